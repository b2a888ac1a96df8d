using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using GovID.Cryptography.Keys;

namespace GovID.Cryptography.Internal.Keys;

/// <summary>Writes JWKs; required members in the lexicographic order that RFC 7638 section 3.3 hashes.</summary>
internal static class JwkWriter
{
    public static byte[] WritePublic(JsonWebKey key) => ToBytes(writer => Write(writer, key));

    public static byte[] WriteRequired(PublicKey key) => ToBytes(writer =>
    {
        writer.WriteStartObject();
        WriteRequiredMembers(writer, key);
        writer.WriteEndObject();
    });

    public static void Write(Utf8JsonWriter writer, JsonWebKey key)
    {
        writer.WriteStartObject();
        WriteRequiredMembers(writer, key.PublicKey);
        if (key.KeyId is not null) writer.WriteString("kid"u8, key.KeyId);
        if (key.Use is not null) writer.WriteString("use"u8, key.Use);
        if (key.Algorithm is not null) writer.WriteString("alg"u8, key.Algorithm);
        writer.WriteEndObject();
    }

    public static byte[] WritePrivate(PrivateKey key)
    {
        Span<byte> secret = stackalloc byte[128];
        Span<byte> text = stackalloc byte[256];
        try
        {
            var length = Base64Url.EncodeToUtf8(secret[..key.ExportSecret(secret)], text);
            var buffer = new ArrayBufferWriter<byte>(1024);
            using (var writer = new Utf8JsonWriter(buffer))
            {
                writer.WriteStartObject();
                WriteRequiredMembers(writer, key.PublicKey);
                writer.WriteString("d"u8, text[..length]);
                writer.WriteEndObject();
            }

            var json = buffer.WrittenSpan.ToArray();
            buffer.Clear();
            return json;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    private static void WriteRequiredMembers(Utf8JsonWriter writer, PublicKey key)
    {
        var curve = JwkCurve.Of(key.Type);
        writer.WriteString("crv"u8, curve.Name);
        writer.WriteString("kty"u8, curve.KeyKind);
        var coordinates = curve.HasY ? key.Kept[1..] : key.Kept;
        WriteCoordinate(writer, "x"u8, coordinates[..curve.Length]);
        if (curve.HasY) WriteCoordinate(writer, "y"u8, coordinates[curve.Length..]);
    }

    private static void WriteCoordinate(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Span<byte> text = stackalloc byte[128];
        writer.WriteString(name, text[..Base64Url.EncodeToUtf8(value, text)]);
    }

    private static byte[] ToBytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
