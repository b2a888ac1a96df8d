using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GovID.Ledger.Genesis;

/// <summary>An address and port of a node.</summary>
/// <param name="Ip">An IPv4 or IPv6 address.</param>
/// <param name="Port">A port from 1 to 65535.</param>
public sealed record NetworkEndpoint(string Ip, int Port)
{
    /// <summary>Writes the form that transports take: <c>tcp://address:port</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var isVersion6 = IPAddress.TryParse(Ip, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
        var port = Port.ToString(CultureInfo.InvariantCulture);
        return isVersion6 ? $"tcp://[{Ip}]:{port}" : $"tcp://{Ip}:{port}";
    }
}
