using GovID.Cryptography.Derivation;

namespace GovID.Cryptography.Internal.Native;

/// <summary>Argon2id of libsodium behind spans.</summary>
internal static unsafe class SodiumPassword
{
    private const int Argon2id13 = 2;

    /// <summary>False when there is not enough memory.</summary>
    public static bool TryHash(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, Argon2Parameters parameters, Span<byte> output)
    {
        Sodium.EnsureReady();
        Sodium.Require(salt.Length == Argon2id.SaltLength && output.Length >= 16);
        fixed (byte* o = output, p = password, s = salt)
        {
            return SodiumImports.crypto_pwhash(
                o, (ulong)output.Length, p, (ulong)password.Length, s, (ulong)parameters.Iterations, (nuint)parameters.MemoryKiB * 1024, Argon2id13) == 0;
        }
    }
}
