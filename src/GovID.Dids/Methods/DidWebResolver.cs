using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using GovID.Dids.Documents;
using GovID.Dids.Internal;

namespace GovID.Dids.Methods;

/// <summary>Resolves did:web over HTTPS: no redirects, no proxy, no cookies, bounded in size and time, public addresses only.</summary>
/// <remarks>The address is checked when the connection is made, so that a name cannot change its meaning in between.</remarks>
public sealed class DidWebResolver : IDidResolver, IDisposable
{
    private readonly DidWebOptions _options;
    private readonly HttpClient _client;

    /// <summary>Makes a resolver; it keeps its connections until it is disposed of.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public DidWebResolver(DidWebOptions options)
        : this(options, null)
    {
    }

    internal DidWebResolver(DidWebOptions options, HttpMessageHandler? handler)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureValid();
        _options = options;
#pragma warning disable CA2000 // The client owns the handler and disposes of it.
        _client = new HttpClient(handler ?? CreateHandler(), disposeHandler: true) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
#pragma warning restore CA2000
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/did+ld+json, application/did+json, application/json");
    }

    /// <inheritdoc/>
    public async ValueTask<DidResolution> ResolveAsync(Did did, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(did);
        if (did.Method != DidWeb.Method) return new DidResolution.MethodNotSupported(did.Method);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_options.Timeout);
        try
        {
            return await FetchAsync(did, DidWeb.DocumentAddressOf(did), deadline.Token).ConfigureAwait(false);
        }
        catch (DidException refused)
        {
            return new DidResolution.Invalid(refused.Message);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or SocketException)
        {
            return failed.GetBaseException() is DidException blocked
                ? new DidResolution.Invalid(blocked.Message)
                : new DidResolution.Unavailable($"The host of the did:web was not reached: {failed.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DidResolution.Unavailable($"The host of the did:web did not answer within {_options.Timeout}.");
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();

    internal static IReadOnlyList<IPAddress> Allowed(IEnumerable<IPAddress> addresses, bool allowPrivate)
    {
        IReadOnlyList<IPAddress> allowed = [.. addresses.Where(address => allowPrivate || PublicAddresses.Contains(address))];
        return allowed.Count > 0
            ? allowed
            : throw new DidException(DidErrorCode.InvalidDocument, "The host of the did:web has no public address; inner addresses are not asked.", "did");
    }

    private async Task<DidResolution> FetchAsync(Did did, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return new DidResolution.NotFound($"There is no document at {address}.");
        if (response.StatusCode != HttpStatusCode.OK)
            return new DidResolution.Unavailable($"The host answered {(int)response.StatusCode} for {address}; redirects are not followed.");
        if (!IsJson(response.Content.Headers.ContentType)) return new DidResolution.Invalid($"What lies at {address} does not say that it is JSON.");
        var bytes = await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return bytes is null
            ? new DidResolution.Invalid($"The document at {address} is longer than {_options.MaximumDocumentBytes} bytes.")
            : Judge(did, bytes);
    }

    private static DidResolution Judge(Did did, byte[] bytes)
    {
        var document = DidDocument.Parse(bytes);
        return document.Id == did
            ? new DidResolution.Resolved(document, DidDocumentMetadata.None)
            : new DidResolution.Invalid("The document found is about another DID than the one asked for.");
    }

    private async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[_options.MaximumDocumentBytes + 1];
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var count = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return count > _options.MaximumDocumentBytes ? null : buffer[..count];
        }
    }

    private static bool IsJson(MediaTypeHeaderValue? type) => type?.MediaType is { } name
        && (name.Equals("application/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = _options.Timeout,
        ConnectCallback = ConnectAsync,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        var addresses = Allowed(found, _options.AllowPrivateNetworksUnsafe).ToArray();
#pragma warning disable CA2000 // The stream owns the socket; without a stream it is disposed of below.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
#pragma warning restore CA2000
        try
        {
            socket.NoDelay = true;
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
