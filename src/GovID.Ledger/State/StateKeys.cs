using System.Text;
using GovID.Cryptography.Hashing;

namespace GovID.Ledger.State;

/// <summary>Builds the key of everything a state holds (specification 11). Texts go in as they stand; nothing is checked here.</summary>
public static class StateKeys
{
    /// <summary>Gets the key of the digest of the agreement in force (specification 11.11).</summary>
    public static byte[] AgreementLatest => Bytes("2:latest");

    /// <summary>Gets the key of the latest acceptance mechanisms (specification 11.11).</summary>
    public static byte[] MechanismsLatest => Bytes("3:latest");

    /// <summary>Gets the key of the frozen ledgers (specification 11.12).</summary>
    public static byte[] FrozenLedgers => Bytes("4:FROZEN_LEDGERS");

    /// <summary>Builds the domain key of an identifier: SHA-256 of its text (specification 11.1).</summary>
    /// <param name="did">The identifier.</param>
    /// <returns>The key.</returns>
    public static byte[] Nym(string did) => Sha256.Hash(Bytes(did));

    /// <summary>Builds the domain key of an attribute (specification 11.2).</summary>
    /// <param name="did">The identifier that carries the attribute.</param>
    /// <param name="suffix">Hexadecimal SHA-256 of the member name or of the sealed text, or the given hash itself.</param>
    /// <returns>The key.</returns>
    public static byte[] Attribute(string did, string suffix) => Bytes($"{did}:1:{suffix}");

    /// <summary>Builds the domain key of a schema (specification 11.3).</summary>
    /// <param name="author">The author.</param>
    /// <param name="name">The schema's name.</param>
    /// <param name="version">The schema's version.</param>
    /// <returns>The key.</returns>
    public static byte[] Schema(string author, string name, string version) => Bytes($"{author}:2:{name}:{version}");

    /// <summary>Builds the domain key of a credential definition (specification 11.4).</summary>
    /// <param name="author">The author.</param>
    /// <param name="signatureType">The type of signature, CL.</param>
    /// <param name="reference">The sequence number of the schema.</param>
    /// <param name="tag">The tag; null builds the key that clients expect when a query names none.</param>
    /// <returns>The key.</returns>
    public static byte[] CredentialDefinition(string author, string signatureType, string reference, string? tag) =>
        Bytes(tag is null ? $"{author}:3:{signatureType}:{reference}" : $"{author}:3:{signatureType}:{reference}:{tag}");

    /// <summary>Builds the domain key of a revocation registry definition (specification 11.5).</summary>
    /// <param name="author">The author.</param>
    /// <param name="credentialDefinitionId">The credential definition it belongs to.</param>
    /// <param name="type">The type of registry, CL_ACCUM.</param>
    /// <param name="tag">The tag.</param>
    /// <returns>The key.</returns>
    public static byte[] RevocationRegistryDefinition(string author, string credentialDefinitionId, string type, string tag) =>
        Bytes($"{author}:4:{credentialDefinitionId}:{type}:{tag}");

    /// <summary>Builds the domain key of a registry's last entry with its lists (specification 11.6).</summary>
    /// <param name="registryId">The registry.</param>
    /// <returns>The key.</returns>
    public static byte[] RevocationEntry(string registryId) => Bytes($"5:{registryId}");

    /// <summary>Builds the domain key of a registry's accumulator (specification 11.6).</summary>
    /// <param name="registryId">The registry.</param>
    /// <returns>The key.</returns>
    public static byte[] RevocationAccumulator(string registryId) => Bytes($"6:{registryId}");

    /// <summary>Builds the config key of a changed rule (specification 11.10).</summary>
    /// <param name="ruleId">The rule: <c>type--ACTION--field--old--new</c>.</param>
    /// <returns>The key.</returns>
    public static byte[] AuthRule(string ruleId) => Bytes($"1:{ruleId}");

    /// <summary>Builds the config key of an agreement by its digest (specification 11.11).</summary>
    /// <param name="digest">Hexadecimal SHA-256 of version and text; empty for the prefix of all agreements.</param>
    /// <returns>The key.</returns>
    public static byte[] AgreementDigest(string digest) => Bytes($"2:d:{digest}");

    /// <summary>Builds the config key of an agreement's digest by its version (specification 11.11).</summary>
    /// <param name="version">The version.</param>
    /// <returns>The key.</returns>
    public static byte[] AgreementVersion(string version) => Bytes($"2:v:{version}");

    /// <summary>Builds the config key of acceptance mechanisms by their version (specification 11.11).</summary>
    /// <param name="version">The version.</param>
    /// <returns>The key.</returns>
    public static byte[] MechanismsVersion(string version) => Bytes($"3:v:{version}");

    /// <summary>Builds the config key of a flag (specification 11.17).</summary>
    /// <param name="name">The flag's name.</param>
    /// <returns>The key.</returns>
    public static byte[] Flag(string name) => Bytes($"2:{name}");

    /// <summary>Builds the pool key of a validator (specification 11.9).</summary>
    /// <param name="verkey">The member <c>dest</c>: base58 of the validator's verification key.</param>
    /// <returns>The key.</returns>
    public static byte[] Node(string verkey) => Bytes(verkey);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
