using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace RaceSystem.Client.Tests.Fakes;

/// <summary>Refusals as Platform's error mapper sends them.</summary>
internal static class RichStatus
{
    public static RpcException DeviceUnknown => new Google.Rpc.Status
    {
        Code = (int)Code.NotFound,
        Message = "Device 'd' is not known.",
        Details =
        {
            Any.Pack(new ErrorInfo { Reason = "DEVICE_UNKNOWN", Domain = "racesystem" }),
            Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "header.device_id", Description = "is not known" } } }),
        },
    }.ToRpcException();
}
