using System.Text;
using GovID.Cryptography;
using GovID.Cryptography.Encodings;
using GovID.Cryptography.Keys;

namespace GovID.Bench.Fuzz.Targets.Cryptography;

/// <summary>Multibase text and, where it is one, the multikey in it.</summary>
public sealed class MultikeyTarget : FuzzTarget
{
    public override string Name => "multikey";

    public override IEnumerable<byte[]> Seeds() =>
    [
        "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"u8.ToArray(),
        "z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F"u8.ToArray(),
        "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"u8.ToArray(),
        "zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169"u8.ToArray(),
        "f796573206d616e692021"u8.ToArray(),
        "ueWVzIG1hbmkgIQ"u8.ToArray(),
    ];

    public override void Run(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (Multibase.TryDecode(text, out var value, out var encoding)) Expect.That(Multibase.Encode(encoding, value) == text, "two texts for one value");
        if (PrivateKey.TryParseMultikey(text, out var secret)) secret.Dispose();
        var key = PublicKey.ParseMultikey(text);
        Expect.That(key.ToMultikey() == text, "two texts for one key");
    }

    public override bool IsRefusal(Exception exception) => exception is CryptoException;
}
