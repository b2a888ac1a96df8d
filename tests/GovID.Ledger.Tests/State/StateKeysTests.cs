using System.Text;
using GovID.Cryptography.Hashing;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.State;

public sealed class StateKeysTests
{
    [Fact]
    public void Builds_every_key_of_the_specification()
    {
        const string Did = "V4SGRU86Z58d6TV7PBUe6f";
        (byte[] Key, string Text)[] keys =
        [
            (StateKeys.Attribute(Did, "ab"), "V4SGRU86Z58d6TV7PBUe6f:1:ab"),
            (StateKeys.Schema(Did, "degree", "1.0"), "V4SGRU86Z58d6TV7PBUe6f:2:degree:1.0"),
            (StateKeys.CredentialDefinition(Did, "CL", "12", "t"), "V4SGRU86Z58d6TV7PBUe6f:3:CL:12:t"),
            (StateKeys.CredentialDefinition(Did, "CL", "12", null), "V4SGRU86Z58d6TV7PBUe6f:3:CL:12"),
            (StateKeys.RevocationRegistryDefinition(Did, "c:3:CL:1:t", "CL_ACCUM", "r"), "V4SGRU86Z58d6TV7PBUe6f:4:c:3:CL:1:t:CL_ACCUM:r"),
            (StateKeys.RevocationEntry("r"), "5:r"),
            (StateKeys.RevocationAccumulator("r"), "6:r"),
            (StateKeys.AuthRule("101--ADD--*--*--*"), "1:101--ADD--*--*--*"),
            (StateKeys.AgreementLatest, "2:latest"),
            (StateKeys.AgreementVersion("1"), "2:v:1"),
            (StateKeys.AgreementDigest("00"), "2:d:00"),
            (StateKeys.MechanismsLatest, "3:latest"),
            (StateKeys.MechanismsVersion("1"), "3:v:1"),
            (StateKeys.FrozenLedgers, "4:FROZEN_LEDGERS"),
            (StateKeys.Flag("F"), "2:F"),
            (StateKeys.Node("Gw6p"), "Gw6p"),
        ];

        foreach (var (key, text) in keys)
            Encoding.UTF8.GetString(key).ShouldBe(text);
        StateKeys.Nym(Did).ShouldBe(Sha256.Hash(Encoding.UTF8.GetBytes(Did)));
    }

    [Fact]
    public void Wraps_values_with_their_transaction_and_reads_them_back()
    {
        var stored = StateValues.Wrap(LedgerMap.Of(("b", 1), ("a", "x")), 12, 1700000060);

        Encoding.UTF8.GetString(stored).ShouldBe("""{"lsn":12,"lut":1700000060,"val":{"a":"x","b":1}}""");
        Encoding.UTF8.GetString(StateValues.Wrap("v", 1, null)).ShouldBe("""{"lsn":1,"lut":null,"val":"v"}""");
        WrittenValue.Parse(stored).ToBytes().ShouldBe(stored);
        WrittenValue.Parse("""{"lsn":1,"lut":null,"val":null}"""u8).TxnTime.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"lsn":1,"lut":2}""")]
    [InlineData("""{"lsn":"1","lut":2,"val":3}""")]
    [InlineData("""{"lsn":1,"lut":"2","val":3}""")]
    [InlineData("""{"lsn":1,"val":3,"x":1}""")]
    [InlineData("""{"lsn":1,"lut":2,"val":3,"x":1}""")]
    [InlineData("[]")]
    public void Refuses_to_read_what_is_no_wrapped_value(string json) =>
        Should.Throw<LedgerException>(() => WrittenValue.Parse(Encoding.UTF8.GetBytes(json))).Code.ShouldBe(LedgerErrorCode.WrongType);
}
