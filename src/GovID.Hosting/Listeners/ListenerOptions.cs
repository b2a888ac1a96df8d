using System.ComponentModel.DataAnnotations;
using System.Net;

namespace GovID.Hosting.Listeners;

/// <summary>Where a program listens and how the way to it is protected. Plain http is for loopback only.</summary>
public sealed class ListenerOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "GovID:Listener";

    /// <summary>The address of the public listener. Default: loopback only.</summary>
    [Required]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>The port of the public listener; 0 lets the system choose.</summary>
    [Range(0, 65535)]
    public int PublicPort { get; set; }

    /// <summary>The port of the private listener (health, metrics, administration); 0 lets the system choose.</summary>
    [Range(0, 65535)]
    public int PrivatePort { get; set; }

    /// <summary>The address of the private listener. Default: loopback only.</summary>
    [Required]
    public string PrivateHost { get; set; } = "127.0.0.1";

    /// <summary>The path of the certificate chain in PEM; with <see cref="TlsKey"/>.</summary>
    public string? TlsCert { get; set; }

    /// <summary>The path of the certificate's private key in PEM.</summary>
    public string? TlsKey { get; set; }

    /// <summary>The network of the proxy that ends TLS, such as <c>10.0.0.0/8</c>; forwarded headers count from there only.</summary>
    public string? BehindProxy { get; set; }

    /// <summary>The largest request body, in bytes. Default: 1 MB.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public long LargestBody { get; set; } = 1024 * 1024;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, host) in new[] { (nameof(Host), Host), (nameof(PrivateHost), PrivateHost) })
        {
            if (!IPAddress.TryParse(host, out var address))
                yield return new ValidationResult($"{name} is '{host}', and an IP address such as 127.0.0.1 or 0.0.0.0 is allowed there.", [name]);
            else if (!IPAddress.IsLoopback(address) && TlsCert is null && BehindProxy is null)
                yield return new ValidationResult($"{name} {host} is reachable from outside: set TlsCert and TlsKey, or BehindProxy.", [name]);
        }

        if (TlsCert is null != TlsKey is null)
            yield return new ValidationResult("TlsCert and TlsKey belong together: set both or neither.", [nameof(TlsKey)]);
        foreach (var file in new[] { TlsCert, TlsKey }.OfType<string>().Where(file => !File.Exists(file)))
            yield return new ValidationResult($"the file {file} does not exist.", [nameof(TlsCert)]);
        if (BehindProxy is not null && !IPNetwork.TryParse(BehindProxy, out _))
            yield return new ValidationResult($"BehindProxy is '{BehindProxy}', and a network such as 10.0.0.0/8 is allowed there.", [nameof(BehindProxy)]);
    }
}
