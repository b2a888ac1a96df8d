using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GovID.Hosting.Listeners;
using GovID.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GovID.Hosting.Tests.Listeners;

public sealed class ListenerTests
{
    [Fact]
    public void Loopback_needs_no_certificate() => Faults(new ListenerOptions()).ShouldBeEmpty();

    [Theory]
    [InlineData("0.0.0.0", null, null, "reachable from outside")]
    [InlineData("example.org", null, null, "IP address")]
    [InlineData("127.0.0.1", "/nowhere/cert.pem", null, "belong together")]
    [InlineData("127.0.0.1", null, "not a network", "10.0.0.0/8")]
    public void Refuses_a_way_in_that_is_not_protected(string host, string? certificate, string? proxy, string words) =>
        Faults(new ListenerOptions { Host = host, TlsCert = certificate, BehindProxy = proxy })
            .ShouldContain(fault => fault.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void A_proxy_protects_the_way_in() =>
        Faults(new ListenerOptions { Host = "0.0.0.0", BehindProxy = "10.0.0.0/8" }).ShouldBeEmpty();

    [Theory]
    [InlineData("127.0.0.0/8", "203.0.113.9")]
    [InlineData("10.0.0.0/8", "127.0.0.1")]
    public async Task Believes_forwarded_headers_of_the_proxy_and_of_nobody_else(string network, string seen)
    {
        await using var program = await RunningProgram.StartAsync(
            app => app.MapGet("/who", (HttpContext context) => context.Connection.RemoteIpAddress!.ToString()),
            ("GovID:Listener:BehindProxy", network));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.Add("X-Forwarded-For", "198.51.100.1, 203.0.113.9");
        var answer = await program.Public.SendAsync(request, TestContext.Current.CancellationToken);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(seen);
    }

    [Fact]
    public async Task Speaks_tls_with_the_certificate_it_was_given()
    {
        using var folder = new TemporaryFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(150));
        await File.WriteAllTextAsync(folder.Path("cert.pem"), made.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Path("key.pem"), key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        await using var program = await RunningProgram.StartAsync(
            app => app.MapGet("/hello", () => "hi"),
            ("GovID:Listener:TlsCert", folder.Path("cert.pem")),
            ("GovID:Listener:TlsKey", folder.Path("key.pem")));

        var port = program.App.Services.GetRequiredService<ListenerPorts>().PublicPort;
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate!.Thumbprint == made.Thumbprint,
        };
        using var client = new HttpClient(handler);

        (await client.GetStringAsync(new Uri($"https://127.0.0.1:{port}/hello"), TestContext.Current.CancellationToken)).ShouldBe("hi");
    }

    [Fact]
    public void A_busy_port_is_named_with_the_process_that_holds_it()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var refusal = Should.Throw<HostingException>(() => PortCheck.EnsureFree(new IPEndPoint(IPAddress.Loopback, port), "the test"));

        refusal.Code.ShouldBe(HostingErrorCode.PortBusy);
        refusal.Message.ShouldContain($"port {port} for the test is taken by process {Environment.ProcessId}");
        listener.Stop();
        PortCheck.EnsureFree(new IPEndPoint(IPAddress.Loopback, port), "the test");
    }

    private static IEnumerable<string> Faults(ListenerOptions options) =>
        options.Validate(new ValidationContext(options)).Select(fault => fault.ErrorMessage!);
}
