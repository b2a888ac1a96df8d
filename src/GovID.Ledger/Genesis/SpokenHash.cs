using System.Text;

namespace GovID.Ledger.Genesis;

/// <summary>
/// Writes bytes as pronounceable words of five letters, two bytes a word, so that people can compare a hash over the telephone
/// (the "proquint" scheme, arXiv:0901.4016).
/// </summary>
public static class SpokenHash
{
    private const string Consonants = "bdfghjklmnprstvz";
    private const string Vowels = "aiou";

    /// <summary>Writes a hash as words with hyphens between.</summary>
    /// <param name="hash">An even number of bytes.</param>
    /// <returns>The words.</returns>
    /// <exception cref="ArgumentException">The number of bytes is odd.</exception>
    public static string Of(ReadOnlySpan<byte> hash)
    {
        if (hash.Length % 2 != 0)
            throw new ArgumentException("A spoken hash has an even number of bytes.", nameof(hash));

        var words = new StringBuilder(hash.Length * 3);
        for (var i = 0; i < hash.Length; i += 2)
        {
            if (i > 0)
                words.Append('-');
            var pair = (hash[i] << 8) | hash[i + 1];
            words.Append(Consonants[pair >> 12]).Append(Vowels[(pair >> 10) & 3]).Append(Consonants[(pair >> 6) & 15])
                .Append(Vowels[(pair >> 4) & 3]).Append(Consonants[pair & 15]);
        }

        return words.ToString();
    }
}
