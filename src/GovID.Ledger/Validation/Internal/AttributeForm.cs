using System.Text;
using GovID.Ledger.Validation.Internal.Fields;
using GovID.Ledger.Values;

namespace GovID.Ledger.Validation.Internal;

/// <summary>The rules about the whole of ATTRIB and GET_ATTR (specification 11.2).</summary>
internal static class AttributeForm
{
    private static readonly string[] Kinds = ["raw", "enc", "hash"];

    /// <summary>Exactly one of the three kinds is there.</summary>
    public static string? OneKind(MessageForm form, LedgerMap operation) => Kinds.Count(operation.Contains) switch
    {
        0 => form.Missing(Kinds),
        1 => null,
        _ => form.Sentence("only one field from raw, enc, hash is expected"),
    };

    /// <summary>As <see cref="OneKind"/>, and clear text is an object with one member whose endpoint, if it is one, has a good address.</summary>
    public static string? OneKindWithGoodText(MessageForm form, LedgerMap operation) =>
        OneKind(form, operation) ?? (operation.FindText("raw") is { } raw ? JudgeRaw(form, raw.Value) : null);

    private static string? JudgeRaw(MessageForm form, string raw)
    {
        var value = LedgerValue.Parse(Encoding.UTF8.GetBytes(raw));
        if (value is not LedgerMap map)
            return form.About("raw", ReasonValues.Class(value), "should be a dict");
        if (map.Count != 1)
            return form.About("raw", ReasonValues.Quoted(map), "should contain one attribute");
        return map.Find("endpoint") is { } endpoint and not LedgerNull ? JudgeEndpoint(form, endpoint) : null;
    }

    private static string? JudgeEndpoint(MessageForm form, LedgerValue endpoint)
    {
        if (endpoint is not LedgerMap map)
            return form.About("endpoint", ReasonValues.Plain(endpoint), "should be a dict");
        if (map.Find("ha") is not { } address || address is LedgerNull)
            return null;
        if (address is not LedgerText text || text.Value.Split(':') is not [var host, var port])
            return form.About("endpoint", ReasonValues.Quoted(endpoint), "invalid endpoint format ip_address:port");
        if (!NetworkRules.IsAddress(host))
            return form.About("ha", text.Value, "invalid endpoint address");
        return NetworkRules.IsPort(port) ? null : form.About("ha", text.Value, "invalid endpoint port");
    }
}
