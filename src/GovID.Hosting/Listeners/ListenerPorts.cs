using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GovID.Hosting.Listeners;

/// <summary>The two listeners of a program. Their ports are known once it has started.</summary>
public sealed class ListenerPorts
{
    /// <summary>The public listener's port.</summary>
    public int PublicPort => (Public?.EndPoint as IPEndPoint)?.Port ?? 0;

    /// <summary>The private listener's port.</summary>
    public int PrivatePort => (Private?.EndPoint as IPEndPoint)?.Port ?? 0;

    internal ListenOptions? Public { get; set; }

    internal ListenOptions? Private { get; set; }
}
