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

    [LibraryImport(Library)]
    internal static partial int crypto_aead_chacha20poly1305_ietf_encrypt(byte* ciphertext, ulong* ciphertextLength, byte* message, ulong messageLength, byte* additional, ulong additionalLength, nint unused, byte* nonce, byte* key);

    [LibraryImport(Library)]
    internal static partial int crypto_aead_chacha20poly1305_ietf_decrypt(byte* message, ulong* messageLength, nint unused, byte* ciphertext, ulong ciphertextLength, byte* additional, ulong additionalLength, byte* nonce, byte* key);

    [LibraryImport(Library)]
    internal static partial int crypto_aead_xchacha20poly1305_ietf_encrypt(byte* ciphertext, ulong* ciphertextLength, byte* message, ulong messageLength, byte* additional, ulong additionalLength, nint unused, byte* nonce, byte* key);

    [LibraryImport(Library)]
    internal static partial int crypto_aead_xchacha20poly1305_ietf_decrypt(byte* message, ulong* messageLength, nint unused, byte* ciphertext, ulong ciphertextLength, byte* additional, ulong additionalLength, byte* nonce, byte* key);

    [LibraryImport(Library)]
    internal static partial int crypto_box_easy(byte* box, byte* message, ulong messageLength, byte* nonce, byte* publicKey, byte* secretKey);

    [LibraryImport(Library)]
    internal static partial int crypto_box_open_easy(byte* message, byte* box, ulong boxLength, byte* nonce, byte* publicKey, byte* secretKey);

    [LibraryImport(Library)]
    internal static partial int crypto_box_seal(byte* box, byte* message, ulong messageLength, byte* publicKey);

    [LibraryImport(Library)]
    internal static partial int crypto_box_seal_open(byte* message, byte* box, ulong boxLength, byte* publicKey, byte* secretKey);

    [LibraryImport(Library)]
    internal static partial int crypto_secretbox_easy(byte* box, byte* message, ulong messageLength, byte* nonce, byte* key);

    [LibraryImport(Library)]
    internal static partial int crypto_secretbox_open_easy(byte* message, byte* box, ulong boxLength, byte* nonce, byte* key);

    [LibraryImport(Library)]
    internal static partial int crypto_pwhash(byte* output, ulong outputLength, byte* password, ulong passwordLength, byte* salt, ulong iterations, nuint memory, int algorithm);
}
