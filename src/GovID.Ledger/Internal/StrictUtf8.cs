using System.Text;

namespace GovID.Ledger.Internal;

/// <summary>UTF-8 that refuses what is not UTF-8 instead of replacing it.</summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a text; throws <see cref="DecoderFallbackException"/> when the bytes are not UTF-8.</summary>
    public static string GetString(ReadOnlySpan<byte> utf8) => Encoding.GetString(utf8);
}
