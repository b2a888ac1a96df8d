using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GovID.Hosting.Listeners;

/// <summary>Keeps what is for operators off the public listener.</summary>
public static class PrivateEndpoints
{
    /// <summary>Marks endpoints that only the private listener answers; on the public one they are not found.</summary>
    public static TBuilder OnPrivateListener<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(PrivateOnly.Mark);

    /// <summary>Marks endpoints that both listeners answer.</summary>
    public static TBuilder OnBothListeners<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(Anywhere.Mark);

    /// <summary>Stands after the router: an endpoint answers on its own listener only.</summary>
    internal static void UseListenerRule(this IApplicationBuilder app, ListenerPorts ports) => app.Use((context, next) =>
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is not null && endpoint.Metadata.GetMetadata<Anywhere>() is null)
        {
            var isPrivate = endpoint.Metadata.GetMetadata<PrivateOnly>() is not null;
            if (isPrivate != (context.Connection.LocalPort == ports.PrivatePort))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        }

        return next(context);
    });

    private sealed class PrivateOnly
    {
        public static readonly PrivateOnly Mark = new();
    }

    private sealed class Anywhere
    {
        public static readonly Anywhere Mark = new();
    }
}
