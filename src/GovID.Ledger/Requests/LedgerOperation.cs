using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Requests.Operations;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests;

/// <summary>
/// An operation in its own type (specification 11). Reading checks that members are there and of the right kind; the field rules are
/// checked by <see cref="CheckRules"/>, so that what others built can be read before it is judged.
/// </summary>
public abstract record LedgerOperation
{
    private protected LedgerOperation()
    {
    }

    /// <summary>Gets the type number.</summary>
    public abstract string Type { get; }

    /// <summary>Gets the members that the specification does not name; they are signed and end up in the transaction.</summary>
    public LedgerMap Additional { get; init; } = LedgerMap.Empty;

    /// <summary>Reads an operation into its own type.</summary>
    /// <param name="operation">The member <c>operation</c> of a request.</param>
    /// <returns>The operation; a <see cref="CustomOperation"/> when the type is unknown.</returns>
    /// <exception cref="LedgerException">A member is missing or of another kind; the field is named.</exception>
    public static LedgerOperation Parse(LedgerMap operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var reader = new OperationReader(operation);
        var type = reader.Text("type");
        var known = OperationReaders.Find(type)?.Invoke(reader) ?? new CustomOperation(type);
        return known with { Additional = reader.Rest() };
    }

    /// <summary>Writes the member <c>operation</c>.</summary>
    /// <returns>The object, with <c>type</c>.</returns>
    public LedgerMap ToMap()
    {
        var writer = new OperationWriter(Type);
        Write(writer);
        return writer.Build(Additional);
    }

    /// <summary>Checks the field rules of specification 11 that need no ledger.</summary>
    /// <exception cref="LedgerException">The first rule that is broken; the field is named.</exception>
    public abstract void CheckRules();

    private protected abstract void Write(OperationWriter writer);
}
