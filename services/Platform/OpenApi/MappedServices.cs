using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace RaceSystem.Platform.OpenApi;

/// <summary>Finds the descriptor of the service behind a gRPC endpoint.</summary>
internal static class MappedServices
{
    public static IEnumerable<ServiceDescriptor> Of(Endpoint endpoint)
    {
        for (var type = endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType; type is not null; type = type.BaseType)
        {
            // Generated code: the base type names its binder, and the binder's type holds the descriptor.
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } binding
                && binding.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is ServiceDescriptor descriptor)
            {
                yield return descriptor;
            }
        }
    }
}
