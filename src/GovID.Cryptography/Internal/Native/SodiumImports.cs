using System.Runtime.InteropServices;

namespace GovID.Cryptography.Internal.Native;

/// <summary>The functions of libsodium this package calls, as its headers declare them; lengths are constants of the algorithms.</summary>
internal static unsafe partial class SodiumImports
{
    private const string Library = NativeLibraries.Sodium;

    [LibraryImport(Library)]
    internal static partial int sodium_init();

    [LibraryImport(Library)]
    internal static partial nint sodium_malloc(nuint size);

    [LibraryImport(Library)]
    internal static partial void sodium_free(nint memory);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_seed_keypair(byte* publicKey, byte* secretKey, byte* seed);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_detached(byte* signature, nint signatureLength, byte* message, ulong messageLength, byte* secretKey);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_verify_detached(byte* signature, byte* message, ulong messageLength, byte* publicKey);

    [LibraryImport(Library)]
    internal static partial int crypto_core_ed25519_is_valid_point(byte* point);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_ed25519_pk_to_curve25519(byte* x25519, byte* ed25519);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_ed25519_sk_to_curve25519(byte* x25519, byte* ed25519);

    [LibraryImport(Library)]
    internal static partial int crypto_scalarmult_base(byte* publicKey, byte* secretKey);

    [LibraryImport(Library)]
    internal static partial int crypto_scalarmult(byte* shared, byte* secretKey, byte* publicKey);
}
