using System.Globalization;
using System.Numerics;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal.Fields;

/// <summary>Rules of members that are numbers or truth values.</summary>
internal static class NumberRules
{
    private const long OldestAcceptance = 1_499_906_902;
    private const int HighestPort = 65_535;

    /// <summary>Any integer.</summary>
    public static FieldRule Integer { get; } = Of(_ => null);

    /// <summary>An integer of at least 0.</summary>
    public static FieldRule NonNegative { get; } = Of(number => number.Sign < 0 ? "negative value" : null);

    /// <summary>The number of a transaction.</summary>
    public static FieldRule SequenceNumber { get; } = Of(number => number < BigInteger.One ? "cannot be smaller than 1" : null);

    /// <summary>A time of acceptance (specification 6.1).</summary>
    public static FieldRule AcceptanceTime { get; } = Of(number => number < OldestAcceptance
        ? string.Create(CultureInfo.InvariantCulture, $"should be greater than {OldestAcceptance} but was {number}")
        : null);

    /// <summary>A port of TCP.</summary>
    public static FieldRule Port { get; } =
        Of(number => number.Sign <= 0 || number > HighestPort ? "network port out of the range 0-65535" : null);

    /// <summary>The number of one of the four ledgers.</summary>
    public static FieldRule LedgerNumber { get; } = FieldRule.Of<LedgerInteger>(
        "int", number => number.Value.Sign >= 0 && number.Value <= 3 ? null : TextRules.NotOneOf(["0", "1", "2", "3"], number));

    /// <summary>A truth value.</summary>
    public static FieldRule Truth { get; } = FieldRule.Of<LedgerBoolean>("bool", _ => null);

    /// <summary>The version of the protocol.</summary>
    public static FieldRule ProtocolVersion { get; } = FieldRule.Of(value => value switch
    {
        LedgerInteger number when number.Value == ClientAdvice.ProtocolVersion => null,
        LedgerInteger number when number.Value.IsOne => ClientAdvice.OtherVersion("1"),
        LedgerInteger or LedgerNull => ClientAdvice.UnknownVersion,
        _ => FieldRule.WrongKind("int, NoneType", value),
    });

    private static FieldRule Of(Func<BigInteger, string?> judge) => FieldRule.Of<LedgerInteger>("int", number => judge(number.Value));
}
