namespace GovID.Conformance.Suites.Wire;

/// <summary>The 64 bytes with which both sides begin (specification 3.2).</summary>
internal static class CurveGreeting
{
    public const int Length = 64;

    public static void CheckLayout(ReadOnlySpan<byte> greeting, bool fromServer)
    {
        Check.Equal("length", Length, greeting.Length);
        Check.Equal("signature", (byte)0xff, greeting[0]);
        Check.Equal("signature", (byte)0x7f, greeting[9]);
        Check.Equal("major version", (byte)3, greeting[10]);
        Check.That("minor version", greeting[11] is 0 or 1, "is neither 0 nor 1");
        Check.Equal("mechanism", [.. "CURVE"u8, .. new byte[15]], greeting.Slice(12, 20));
        Check.Equal("as-server", (byte)(fromServer ? 1 : 0), greeting[32]);
        Check.Equal("filler", new byte[31], greeting[33..]);
    }
}
