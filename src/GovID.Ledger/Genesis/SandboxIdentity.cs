using System.Globalization;
using System.Text;
using GovID.Cryptography.Keys;
using GovID.Ledger.Identifiers;

namespace GovID.Ledger.Genesis;

/// <summary>
/// A person or node of a development network. Its secret follows from its name and is known to everybody: never use one in production
/// (specification 2.3).
/// </summary>
public sealed record SandboxIdentity
{
    private const int SeedLength = 32;
    private const int WellKnownNumbers = 25;

    private static readonly Lazy<HashSet<PublicKey>> WellKnown = new(() =>
    [
        .. from kind in (string[])["Trustee", "Steward", "Node", "Client", "Endorser"]
           from number in Enumerable.Range(1, WellKnownNumbers)
           select new SandboxIdentity(kind + number.ToString(CultureInfo.InvariantCulture)).PublicKey,
    ]);

    /// <summary>Makes the identity of a name.</summary>
    /// <param name="name">A name of 1 to 32 ASCII letters and digits, such as <c>Trustee1</c>.</param>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public SandboxIdentity(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > SeedLength || !name.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException($"A sandbox name has 1 to {SeedLength} ASCII letters and digits.", nameof(name));
        Name = name;
        Seed = name.PadLeft(SeedLength, '0');
        using var key = OpenKey();
        PublicKey = key.PublicKey;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the 32 characters that are the secret: zeros and the name.</summary>
    public string Seed { get; }

    /// <summary>Gets the Ed25519 key.</summary>
    public PublicKey PublicKey { get; }

    /// <summary>Gets the identifier: the first half of the key.</summary>
    public LedgerDid Did => Verkey.LegacyDid(PublicKey);

    /// <summary>Says whether a key belongs to one of the first 25 trustees, stewards, nodes, clients or endorsers of sandboxes.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether its secret is known to everybody.</returns>
    public static bool IsWellKnown(PublicKey key) => WellKnown.Value.Contains(key);

    /// <summary>Gets the bytes of <see cref="Seed"/>.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] SeedBytes() => Encoding.ASCII.GetBytes(Seed);

    /// <summary>Opens the secret key.</summary>
    /// <returns>The key, to be disposed.</returns>
    public PrivateKey OpenKey() => PrivateKey.Import(KeyType.Ed25519, SeedBytes());
}
