using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GovID.Hosting.Listeners;

/// <summary>Tests ports before anything starts, and names whoever holds a busy one.</summary>
public static class PortCheck
{
    private const string ListeningState = "0A";
    private static readonly string[] SocketTables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Tests one port.</summary>
    /// <param name="endpoint">Where a listener shall be opened.</param>
    /// <param name="purpose">What for, in words: <c>the ledger's HTTP side</c>.</param>
    /// <exception cref="HostingException"><see cref="HostingErrorCode.PortBusy"/>: another process listens there.</exception>
    public static void EnsureFree(IPEndPoint endpoint, string purpose)
    {
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endpoint);
        }
        catch (SocketException error)
        {
            var reason = error.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"is taken by {Holder(endpoint.Port) ?? "another process"}; stop it, or choose other ports"
                : $"cannot be opened ({error.SocketErrorCode}); choose another port";
            throw new HostingException(
                HostingErrorCode.PortBusy, $"port {endpoint.Port} for {purpose} {reason}.", endpoint.Port.ToString(CultureInfo.InvariantCulture), error);
        }
    }

    /// <summary>The process that listens on a port, as far as this user may see it.</summary>
    private static string? Holder(int port)
    {
        try
        {
            var inodes = SocketTables.Where(File.Exists).SelectMany(File.ReadLines)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(row => row.Length > 9 && row[3] == ListeningState && row[1].EndsWith($":{port:X4}", StringComparison.Ordinal))
                .Select(row => $"socket:[{row[9]}]")
                .ToHashSet(StringComparer.Ordinal);
            return Directory.EnumerateDirectories("/proc")
                .Where(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .Where(folder => Holds(folder, inodes))
                .Select(folder => $"process {Path.GetFileName(folder)} ({File.ReadAllText(Path.Combine(folder, "comm")).Trim()})")
                .FirstOrDefault();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // a process ended meanwhile; its name is a courtesy
        }
    }

    private static bool Holds(string process, HashSet<string> inodes)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd")).Any(link => new FileInfo(link).LinkTarget is { } target && inodes.Contains(target));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
