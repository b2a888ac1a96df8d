using System.Runtime.CompilerServices;

namespace GovID.Cryptography.Internal.Native;

/// <summary>libsodium behind spans: loads it once, initialises it once, checks every length before a pointer is taken.</summary>
internal static unsafe class Sodium
{
    private static readonly Lock Gate = new();
    private static volatile bool ready;

    public static nint Allocate(int length)
    {
        EnsureReady();
        var memory = SodiumImports.sodium_malloc((nuint)length);
        return memory != nint.Zero
            ? memory
            : throw new CryptoException(CryptoErrorCode.LimitExceeded, "No protected memory is left for a key: dispose of keys that are no longer used.");
    }

    public static void Free(nint memory) => SodiumImports.sodium_free(memory);

    public static void SignKeyPair(ReadOnlySpan<byte> seed, Span<byte> publicKey, Span<byte> secretKey)
    {
        EnsureReady();
        Require(seed.Length == 32 && publicKey.Length == 32 && secretKey.Length == 64);
        fixed (byte* s = seed, p = publicKey, k = secretKey) Demand(SodiumImports.crypto_sign_seed_keypair(p, k, s));
    }

    public static void Sign(ReadOnlySpan<byte> message, ReadOnlySpan<byte> secretKey, Span<byte> signature)
    {
        EnsureReady();
        Require(secretKey.Length == 64 && signature.Length == 64);
        fixed (byte* m = message, k = secretKey, s = signature)
            Demand(SodiumImports.crypto_sign_detached(s, nint.Zero, m, (ulong)message.Length, k));
    }

    public static bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> publicKey)
    {
        EnsureReady();
        Require(publicKey.Length == 32 && signature.Length == 64);
        fixed (byte* m = message, s = signature, p = publicKey)
            return SodiumImports.crypto_sign_verify_detached(s, m, (ulong)message.Length, p) == 0;
    }

    public static bool IsValidEd25519Point(ReadOnlySpan<byte> point)
    {
        EnsureReady();
        Require(point.Length == 32);
        fixed (byte* p = point) return SodiumImports.crypto_core_ed25519_is_valid_point(p) == 1;
    }

    public static bool TryConvertPublicKey(ReadOnlySpan<byte> ed25519, Span<byte> x25519)
    {
        EnsureReady();
        Require(ed25519.Length == 32 && x25519.Length == 32);
        fixed (byte* e = ed25519, x = x25519) return SodiumImports.crypto_sign_ed25519_pk_to_curve25519(x, e) == 0;
    }

    public static void ConvertSecretKey(ReadOnlySpan<byte> ed25519, Span<byte> x25519)
    {
        EnsureReady();
        Require(ed25519.Length == 64 && x25519.Length == 32);
        fixed (byte* e = ed25519, x = x25519) Demand(SodiumImports.crypto_sign_ed25519_sk_to_curve25519(x, e));
    }

    public static void X25519PublicKey(ReadOnlySpan<byte> secretKey, Span<byte> publicKey)
    {
        EnsureReady();
        Require(secretKey.Length == 32 && publicKey.Length == 32);
        fixed (byte* k = secretKey, p = publicKey) Demand(SodiumImports.crypto_scalarmult_base(p, k));
    }

    /// <summary>X25519 of RFC 7748 section 5; false when the shared secret would be all zero.</summary>
    public static bool TryX25519(ReadOnlySpan<byte> secretKey, ReadOnlySpan<byte> publicKey, Span<byte> shared)
    {
        EnsureReady();
        Require(secretKey.Length == 32 && publicKey.Length == 32 && shared.Length == 32);
        fixed (byte* k = secretKey, p = publicKey, s = shared) return SodiumImports.crypto_scalarmult(s, k, p) == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void EnsureReady()
    {
        if (!ready) Initialise();
    }

    internal static void Require(bool lengthsAreRight)
    {
        if (!lengthsAreRight) throw new ArgumentException("A buffer does not have the length its algorithm fixes.");
    }

    internal static void Demand(int result)
    {
        if (result != 0) throw new InvalidOperationException("libsodium refused an operation whose inputs were checked.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Initialise()
    {
        lock (Gate)
        {
            if (ready) return;
            NativeLibraries.Register();
            if (SodiumImports.sodium_init() < 0)
                throw new CryptoException(CryptoErrorCode.BackEndMissing, "libsodium is installed but could not be initialised: it found no source of random bytes.");
            ready = true;
        }
    }
}
