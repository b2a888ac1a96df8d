using System.Text;

namespace GovID.Hosting;

/// <summary>The stable codes that interfaces and logs carry: <c>area.snake_case_name</c>.</summary>
public static class DottedCode
{
    /// <summary>The code of one member of an enum of codes: <c>Of("ledger", LedgerErrorCode.TooDeep)</c> is <c>ledger.too_deep</c>.</summary>
    public static string Of<TCode>(string area, TCode code)
        where TCode : struct, Enum => Of(area, code.ToString());

    /// <summary>The code that a member's name gives.</summary>
    public static string Of(string area, string member)
    {
        var text = new StringBuilder(area).Append('.');
        for (var i = 0; i < member.Length; i++)
        {
            if (char.IsAsciiLetterUpper(member[i]) && i > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(member[i]));
        }

        return text.ToString();
    }
}
