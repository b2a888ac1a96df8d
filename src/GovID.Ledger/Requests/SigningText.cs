using System.Globalization;
using System.Text;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Hashing;
using GovID.Ledger.Internal;
using GovID.Ledger.Requests.Internal;
using GovID.Ledger.Values;

namespace GovID.Ledger.Requests;

/// <summary>
/// The text over which requests are signed and hashed (specification 6.2). Nested objects carry no brackets, so different structures can
/// give the same text: check the form of a request before its signature.
/// </summary>
public static class SigningText
{
    private static readonly string[] Unsigned = ["signature", "signatures", "fees"];
    private static readonly string[] HashedMembers = ["raw", "enc", "hash"];

    /// <summary>
    /// The text a client signs: every top-level member but <c>signature</c>, <c>signatures</c> and <c>fees</c>; of ATTRIB and GET_ATTR the
    /// values of <c>raw</c>, <c>enc</c> and <c>hash</c> are replaced by the SHA-256 of their text.
    /// </summary>
    /// <param name="request">The request, or any other value.</param>
    /// <returns>The text; its UTF-8 bytes are signed.</returns>
    /// <exception cref="LedgerException">A member to be hashed is not a text, or the value contains bytes.</exception>
    public static string Of(LedgerValue request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var writer = new Writer(Unsigned, HashesAttributes(request) ? HashedMembers : []);
        return writer.Write(request);
    }

    /// <summary>The bare serialisation, without the rule for attributes.</summary>
    /// <param name="value">The value.</param>
    /// <param name="ignoredTopLevel">Members of the outermost object that are left out.</param>
    /// <returns>The text.</returns>
    /// <exception cref="LedgerException">The value contains bytes.</exception>
    public static string Serialize(LedgerValue value, params IReadOnlyCollection<string> ignoredTopLevel)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(ignoredTopLevel);
        return new Writer(ignoredTopLevel, []).Write(value);
    }

    internal static bool HashesAttributes(LedgerValue request) =>
        request is LedgerMap map
        && map.FindMap("operation")?.FindText("type")?.Value is OperationType.AttribNumber or OperationType.GetAttribNumber;

    internal static string HashOf(LedgerValue value, string member) => value is LedgerText text
        ? Hex.Encode(Sha256.Hash(Encoding.UTF8.GetBytes(text.Value)))
        : throw new LedgerException(LedgerErrorCode.WrongType, $"The member '{member}' of an attribute must be a text.", $"operation.{member}");

    private sealed class Writer(IReadOnlyCollection<string> ignored, string[] hashed)
    {
        private readonly StringBuilder _text = new();

        public string Write(LedgerValue value)
        {
            if (value is LedgerMap map)
                WriteMembers(map, ignored);
            else
                WriteValue(value);
            return _text.ToString();
        }

        private void WriteValue(LedgerValue value)
        {
            switch (value)
            {
                case LedgerNull:
                    break;
                case LedgerBoolean boolean:
                    _text.Append(boolean.Value ? "True" : "False");
                    break;
                case LedgerInteger integer:
                    _text.Append(integer.Value.ToString(CultureInfo.InvariantCulture));
                    break;
                case LedgerFloat number:
                    _text.Append(FloatText.Of(number.Value));
                    break;
                case LedgerText text:
                    _text.Append(text.Value);
                    break;
                case LedgerList list:
                    WriteItems(list);
                    break;
                case LedgerMap map:
                    WriteMembers(map, []);
                    break;
                default:
                    throw new LedgerException(LedgerErrorCode.NotRepresentable, "Bytes have no form in a signed text.");
            }
        }

        private void WriteItems(LedgerList list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (i > 0)
                    _text.Append(',');
                WriteValue(list[i]);
            }
        }

        private void WriteMembers(LedgerMap map, IReadOnlyCollection<string> left)
        {
            var members = map.Where(member => !left.Contains(member.Key)).ToArray();
            Array.Sort(members, static (x, y) => CodePointOrder.CompareTexts(x.Key, y.Key));
            for (var i = 0; i < members.Length; i++)
            {
                var (name, value) = members[i];
                if (i > 0)
                    _text.Append('|');
                _text.Append(name).Append(':');
                if (hashed.Contains(name))
                    _text.Append(HashOf(value, name));
                else
                    WriteValue(value);
            }
        }
    }
}
