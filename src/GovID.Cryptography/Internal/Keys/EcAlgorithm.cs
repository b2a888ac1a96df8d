using System.Security.Cryptography;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>ECDSA and ECDH on one curve by the platform. A public key is kept as 04 ‖ x ‖ y, the protected memory holds d ‖ x ‖ y.</summary>
internal sealed class EcAlgorithm(EllipticCurve curve, EcCodecs codecs, bool signsLowS) : KeyAlgorithm
{
    private readonly int _length = curve.FieldLength;

    public override int PublicKeyLength => 1 + _length;

    public override int SecretLength => _length;

    public override int SignatureLength => 2 * _length;

    public override ulong PublicCodec => codecs.Public;

    public override ulong SecretCodec => codecs.Secret;

    public override bool Agrees => !signsLowS;

    public override KeyRefusal? TryReadPublic(ReadOnlySpan<byte> encoded, out byte[] kept) => curve.TryReadPoint(encoded, out kept);

    public override byte[] ExportPublic(ReadOnlySpan<byte> kept) => EllipticCurve.Compress(kept);

    public override KeyRefusal? TryReadSecret(ReadOnlySpan<byte> secret, out SecretMemory? memory, out byte[] kept)
    {
        memory = null;
        kept = [];
        if (secret.Length != _length) return KeyRefusal.Length("The secret scalar of this curve", $"{_length}", secret.Length);
        if (!curve.IsScalar(secret)) return new KeyRefusal(CryptoErrorCode.InvalidKey, "The secret scalar is zero or not below the order of the curve.");

        var scalar = GC.AllocateUninitializedArray<byte>(_length, pinned: true);
        try
        {
            secret.CopyTo(scalar);
            using var key = ECDsa.Create(new ECParameters { Curve = curve.Platform, D = scalar });
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            kept = [0x04, .. point.X!, .. point.Y!];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }

        memory = new SecretMemory(3 * _length);
        using var lease = memory.Open();
        secret.CopyTo(lease.Bytes);
        kept.AsSpan(1).CopyTo(lease.Bytes[_length..]);
        return null;
    }

    public override ReadOnlySpan<byte> ExportedPart(ReadOnlySpan<byte> memory) => memory[.._length];

    public override void ClearSpareBits(Span<byte> secret) => secret[0] &= (byte)(0xff >> curve.UnusedTopBits);

    // FIPS 186-5 section 6.4.2. Both s and n - s verify: neither RFC 7518 nor RFC 8812 asks for the lower one.
    public override bool Verify(PreparedKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength) return false;
        var verifier = (ECDsa?)key.Take() ?? ECDsa.Create(new ECParameters { Curve = curve.Platform, Q = Point(key.Bytes[1..]) });
        try
        {
            return verifier.VerifyData(message, signature, curve.Hash);
        }
        finally
        {
            key.PutBack(verifier);
        }
    }

    public override byte[] Sign(SecretMemory secret, ReadOnlySpan<byte> message)
    {
        var parameters = Open(secret, out var scalar);
        try
        {
            using var signer = ECDsa.Create(parameters);
            var signature = new byte[SignatureLength];
            signer.SignData(message, signature, curve.Hash);
            if (signsLowS) curve.MakeLowS(signature);
            return signature;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }
    }

    // The x-coordinate of d·Q (RFC 7518 section 4.6, SEC 1 section 3.3.1); Q was checked to be on the curve, the cofactor is 1.
    public override SecretMemory? TryAgree(SecretMemory secret, ReadOnlySpan<byte> kept)
    {
        var parameters = Open(secret, out var scalar);
        byte[]? shared = null;
        try
        {
            using var own = ECDiffieHellman.Create(parameters);
            using var other = ECDiffieHellman.Create(new ECParameters { Curve = curve.Platform, Q = Point(kept[1..]) });
            using var otherPublic = other.PublicKey;
            shared = own.DeriveRawSecretAgreement(otherPublic);
            return new SecretMemory(shared);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
            CryptographicOperations.ZeroMemory(shared);
        }
    }

    // The scalar is in a pinned array so that the collector leaves no copy behind; the caller wipes it.
    private ECParameters Open(SecretMemory secret, out byte[] scalar)
    {
        using var lease = secret.Open();
        scalar = GC.AllocateUninitializedArray<byte>(_length, pinned: true);
        lease.Bytes[.._length].CopyTo(scalar);
        return new ECParameters { Curve = curve.Platform, D = scalar, Q = Point(lease.Bytes[_length..]) };
    }

    private ECPoint Point(ReadOnlySpan<byte> coordinates) => new() { X = coordinates[.._length].ToArray(), Y = coordinates[_length..].ToArray() };
}
