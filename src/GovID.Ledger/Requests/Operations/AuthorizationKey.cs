using GovID.Ledger.Requests.Internal;

namespace GovID.Ledger.Requests.Operations;

/// <summary>What an authorisation rule is about: type, action, field, old and new value (specification 11.10).</summary>
/// <param name="AuthType">The type number of the transactions.</param>
/// <param name="AuthAction"><c>ADD</c> or <c>EDIT</c>.</param>
/// <param name="Field">The member, or <c>*</c>.</param>
public sealed record AuthorizationKey(string AuthType, string AuthAction, string Field)
{
    /// <summary>The action of a rule about something new.</summary>
    public const string Add = "ADD";

    /// <summary>The action of a rule about a change.</summary>
    public const string Edit = "EDIT";

    internal static readonly string[] Members = ["auth_type", "auth_action", "field", "new_value", "old_value"];

    /// <summary>Gets the value after the action; null stands for no role.</summary>
    public MemberText NewValue { get; init; }

    /// <summary>Gets the value before the action; EDIT only.</summary>
    public MemberText OldValue { get; init; }

    internal static AuthorizationKey Read(OperationReader reader) =>
        new(reader.Text("auth_type"), reader.Text("auth_action"), reader.Text("field"))
        {
            NewValue = reader.MemberText("new_value"),
            OldValue = reader.MemberText("old_value"),
        };

    /// <summary>Null when the three required members are not all there; what is there then stays with the unknown members.</summary>
    internal static AuthorizationKey? TryRead(OperationReader reader) =>
        reader.Has("auth_type") && reader.Has("auth_action") && reader.Has("field") ? Read(reader) : null;

    internal void CheckRules(string path)
    {
        FieldRule.Require(OperationType.Find(AuthType) is not null, $"{path}.auth_type", "is a known type number");
        FieldRule.Require(AuthAction is Add or Edit, $"{path}.auth_action", "is ADD or EDIT");
        FieldRule.Require(Field.Length > 0, $"{path}.field", "is not empty");
        FieldRule.Require(AuthAction == Edit || !OldValue.IsGiven, $"{path}.old_value", "is given with EDIT only");
        FieldRule.Require(AuthAction == Add || OldValue.IsGiven, $"{path}.old_value", "is needed with EDIT");
    }

    internal void Write(OperationWriter writer) => writer
        .Add("auth_type", AuthType).Add("auth_action", AuthAction).Add("field", Field).Add("new_value", NewValue).Add("old_value", OldValue);
}
