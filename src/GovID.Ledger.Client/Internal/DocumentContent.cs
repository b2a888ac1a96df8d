using GovID.Ledger.Values;

namespace GovID.Ledger.Client.Internal;

/// <summary>The rules by which an owner's content joins the document made from the ledger (specification 11.1, 14.3).</summary>
internal static class DocumentContent
{
    private const int LongestContent = 10 * 1024;
    private const string Context = "@context";
    private const string KeyFragment = "verkey";

    public static LedgerMap Merge(LedgerMap document, LedgerMap content)
    {
        Check(document, content);
        foreach (var (name, value) in content)
        {
            document = document.Find(name) switch
            {
                null => document.With(name, value),
                LedgerList present when name == Context => document.With(name, Union(present, value)),
                LedgerList present when value is LedgerList added => document.With(name, Append(present, added)),
                _ => throw Refused($"The member '{name}' is of another type than the document's.", name),
            };
        }

        return document;
    }

    private static void Check(LedgerMap document, LedgerMap content)
    {
        if (content.ToStateJsonBytes().Length > LongestContent)
            throw new LedgerClientException(LedgerClientErrorCode.TooLarge, $"The content has at most {LongestContent} bytes.", "diddocContent");
        if (content.Contains("id"))
            throw Refused("The content must not state the document's id.", "id");

        var taken = new HashSet<string>(Ids(document).Select(entry => entry.Id), StringComparer.Ordinal);
        foreach (var (member, id) in Ids(content))
        {
            if (taken.Contains(id) || Fragment(id) == KeyFragment)
                throw Refused($"The id '#{Fragment(id)}' is the ledger's own.", member);
        }
    }

    private static IEnumerable<(string Member, string Id)> Ids(LedgerMap map) =>
        from member in map
        where member.Value is LedgerList
        from item in ((LedgerList)member.Value).OfType<LedgerMap>()
        let id = item.FindText("id")
        where id is not null
        select (member.Key, id.Value);

    private static string Fragment(string id) => id[(id.IndexOf('#', StringComparison.Ordinal) + 1)..];

    private static LedgerList Union(LedgerList present, LedgerValue added)
    {
        var items = present.ToList();
        foreach (var item in added as LedgerList ?? new LedgerList(added))
        {
            if (!items.Contains(item))
                items.Add(item);
        }

        return new LedgerList(items);
    }

    /// <summary>A reference that is there already is not repeated.</summary>
    private static LedgerList Append(LedgerList present, LedgerList added) =>
        new([.. present, .. added.Where(item => item is not LedgerText || !present.Contains(item))]);

    private static LedgerClientException Refused(string message, string field) =>
        new(LedgerClientErrorCode.InvalidContent, message, $"diddocContent.{field}");
}
