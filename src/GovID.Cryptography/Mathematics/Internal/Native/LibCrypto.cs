using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GovID.Cryptography.Internal.Native;

namespace GovID.Cryptography.Mathematics.Internal.Native;

/// <summary>The big-number functions of OpenSSL that we call. Pointers are owned by <see cref="BnScratch"/> and <see cref="NativeModulus"/> only.</summary>
internal static unsafe partial class LibCrypto
{
    public const int FlagConstantTime = 4;

    static LibCrypto() => NativeLibraries.Register();

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_new")]
    public static partial nint New();

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_clear_free")]
    public static partial void ClearFree(nint number);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_clear")]
    public static partial void Clear(nint number);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_copy")]
    public static partial nint Copy(nint target, nint source);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_CTX_secure_new")]
    public static partial nint ContextNew();

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_CTX_free")]
    public static partial void ContextFree(nint context);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_MONT_CTX_new")]
    public static partial nint MontgomeryNew();

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_MONT_CTX_set")]
    public static partial int MontgomerySet(nint montgomery, nint modulus, nint context);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_MONT_CTX_free")]
    public static partial void MontgomeryFree(nint montgomery);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_lebin2bn")]
    public static partial nint FromLittleEndian(byte* bytes, int length, nint result);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_bn2lebinpad")]
    public static partial int ToLittleEndian(nint number, byte* bytes, int length);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_num_bits")]
    public static partial int BitCount(nint number);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_set_flags")]
    public static partial void SetFlags(nint number, int flags);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_set_negative")]
    public static partial void SetNegative(nint number, int negative);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_is_negative")]
    public static partial int IsNegative(nint number);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_is_one")]
    public static partial int IsOne(nint number);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_cmp")]
    public static partial int Compare(nint left, nint right);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_add")]
    public static partial int Add(nint result, nint left, nint right);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_sub")]
    public static partial int Subtract(nint result, nint left, nint right);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_mul")]
    public static partial int Multiply(nint result, nint left, nint right, nint context);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_rshift")]
    public static partial int ShiftRight(nint result, nint number, int bits);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_nnmod")]
    public static partial int Modulo(nint result, nint number, nint modulus, nint context);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_mod_inverse")]
    public static partial nint ModInverse(nint result, nint number, nint modulus, nint context);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_mod_sqr")]
    public static partial int ModSquare(nint result, nint number, nint modulus, nint context);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_mod_exp_mont")]
    public static partial int ModExp(nint result, nint number, nint exponent, nint modulus, nint context, nint montgomery);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_mod_exp_mont_word")]
    public static partial int ModExpWord(nint result, nuint number, nint exponent, nint modulus, nint context, nint montgomery);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_mod_exp_mont_consttime")]
    public static partial int ModExpConstantTime(nint result, nint number, nint exponent, nint modulus, nint context, nint montgomery);

    [LibraryImport(NativeLibraries.Crypto, EntryPoint = "BN_mod_exp_mont_consttime_x2")]
    public static partial int ModExpConstantTimeTwice(
        nint result1, nint number1, nint exponent1, nint modulus1, nint montgomery1,
        nint result2, nint number2, nint exponent2, nint modulus2, nint montgomery2, nint context);

    /// <summary>Throws when a native call failed; with inputs already checked that means out of memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int result)
    {
        if (result == 0) ThrowFailed();
    }

    /// <summary>Passes a native pointer on, or throws when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Check(nint pointer)
    {
        if (pointer == nint.Zero) ThrowFailed();
        return pointer;
    }

    private static void ThrowFailed() => throw new InvalidOperationException("A big-number operation of libcrypto failed; the process is out of memory.");
}
