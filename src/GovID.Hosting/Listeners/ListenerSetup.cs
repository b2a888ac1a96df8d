using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GovID.Hosting.Listeners;

/// <summary>Opens the public and the private listener as the options say.</summary>
internal static class ListenerSetup
{
    private const int LargestHeaders = 32 * 1024;
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(15);

    /// <summary>Sets Kestrel's limits and both listeners.</summary>
    public static void Listen(this KestrelServerOptions kestrel, ListenerOptions options, ListenerPorts ports)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.LargestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
        var certificate = options.TlsCert is null ? null : X509Certificate2.CreateFromPemFile(options.TlsCert, options.TlsKey);
        Open(options.Host, options.PublicPort, listener => ports.Public = listener);
        Open(options.PrivateHost, options.PrivatePort, listener => ports.Private = listener);

        void Open(string host, int port, Action<ListenOptions> remember) => kestrel.Listen(IPAddress.Parse(host), port, listener =>
        {
            remember(listener);
            if (certificate is not null)
                listener.UseHttps(certificate);
        });
    }

    /// <summary>Believes forwarded headers, from the proxy's network only and one step far.</summary>
    public static void UseProxy(this IApplicationBuilder app, ListenerOptions options)
    {
        if (options.BehindProxy is not { } network)
            return;
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = 1,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        app.UseForwardedHeaders(forwarded);
    }
}
