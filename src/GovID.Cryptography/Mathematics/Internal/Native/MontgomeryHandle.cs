using System.Runtime.InteropServices;

namespace GovID.Cryptography.Mathematics.Internal.Native;

/// <summary>OpenSSL's constants of one modulus after the other, for tests of many candidates.</summary>
internal sealed class MontgomeryHandle : SafeHandle
{
    public MontgomeryHandle()
        : base(nint.Zero, ownsHandle: true) => SetHandle(LibCrypto.Check(LibCrypto.MontgomeryNew()));

    public override bool IsInvalid => handle == nint.Zero;

    public nint Pointer => handle;

    protected override bool ReleaseHandle()
    {
        LibCrypto.MontgomeryFree(handle);
        return true;
    }
}
