using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GovID.Cryptography.Internal.Native;

namespace GovID.Cryptography.Internal;

/// <summary>Bytes of a key outside the managed heap, in libsodium's guarded pages: locked, kept out of core dumps, wiped when freed.</summary>
/// <remarks>A safe handle, so that a key disposed on one thread is not freed under a computation that runs on another.</remarks>
internal sealed unsafe class SecretMemory : SafeHandle
{
    public SecretMemory(int length)
        : base(nint.Zero, ownsHandle: true)
    {
        Length = length;
        SetHandle(Sodium.Allocate(length));
    }

    public SecretMemory(ReadOnlySpan<byte> content)
        : this(content.Length) => content.CopyTo(new Span<byte>((void*)handle, Length));

    public int Length { get; }

    public override bool IsInvalid => handle == nint.Zero;

    /// <summary>Opens the memory for one computation; dispose of the lease before anything else.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public Lease Open() => new(this);

    protected override bool ReleaseHandle()
    {
        CryptographicOperations.ZeroMemory(new Span<byte>((void*)handle, Length));
        Sodium.Free(handle);
        return true;
    }

    /// <summary>The right to read and write the bytes until disposed.</summary>
    internal ref struct Lease : IDisposable
    {
        private SecretMemory? _owner;

        public Lease(SecretMemory owner)
        {
            var added = false;
            owner.DangerousAddRef(ref added);
            _owner = owner;
        }

        public readonly Span<byte> Bytes => new((void*)_owner!.handle, _owner.Length);

        public void Dispose()
        {
            _owner?.DangerousRelease();
            _owner = null;
        }
    }
}
