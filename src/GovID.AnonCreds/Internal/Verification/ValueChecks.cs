using System.Numerics;
using GovID.AnonCreds.Credentials;
using GovID.AnonCreds.Presentations;
using GovID.AnonCreds.Schemas;
using static GovID.AnonCreds.Internal.Verification.Refusal;

namespace GovID.AnonCreds.Internal.Verification;

/// <summary>The values shown are those that the proof reveals (specification 9.5 step 5).</summary>
internal static class ValueChecks
{
    public static PresentationVerdict? Check(SubProofView view, bool requireCanonicalEncoding) =>
        First(view.Attributes.Where(answer => answer.Values is not null), answer => Check(view, answer, requireCanonicalEncoding));

    private static PresentationVerdict? Check(SubProofView view, AnsweredAttribute answer, bool requireCanonicalEncoding)
    {
        if (answer.Values!.Count != answer.Requested.AllNames.Count)
            return No(PresentationCheck.RevealedValue, answer.Referent, "the group has other attributes than were asked for");
        return First(answer.Requested.AllNames, name => answer.Values.TryGetValue(name, out var value)
            ? CheckValue(view, answer.Referent, name, value, requireCanonicalEncoding)
            : No(PresentationCheck.RevealedValue, answer.Referent, "an attribute of the group is missing"));
    }

    private static PresentationVerdict.Rejected? CheckValue(
        SubProofView view, string referent, string name, AttributeValue value, bool requireCanonicalEncoding)
    {
        if (value.Raw.Length > AttributeEncoding.MaximumLength)
            return No(PresentationCheck.RevealedValue, referent, "the value is longer than the limit");
        if (requireCanonicalEncoding && value.Encoded != AttributeEncoding.Encode(value.Raw))
            return No(PresentationCheck.Encoding, referent, "the encoded value is not the encoding of the raw one");
        return TryReadEncoded(value.Encoded, out var encoded)
            && view.Proof.Primary.Equality.RevealedAttributes.TryGetValue(AttributeName.Normalize(name), out var proved)
            && proved == encoded
                ? null
                : No(PresentationCheck.RevealedValue, referent, "the proof does not reveal this value");
    }

    /// <summary>A text that is a 32-bit integer counts as that integer, however it is spelled.</summary>
    private static bool TryReadEncoded(string text, out BigInteger value)
    {
        if (!AttributeEncoding.TryParseInt32(text, out var integer))
            return DecimalConverter.TryParse(text, out value);
        value = integer;
        return true;
    }
}
