using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.V1;
using DecoderState = RaceSystem.Timing.V1.DecoderState;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>What goes on with a decoder, as a message.</summary>
internal static class DecoderStates
{
    /// <summary>Name of the setting that is never shown.</summary>
    internal const string Password = "password";

    internal static DecoderState MessageOf(string meetId, Decoder stored, RunningDecoder? running)
    {
        var message = new DecoderState { Decoder = stored.Clone(), Running = running is not null };
        message.Decoder.Settings.Remove(Password);
        if (running is null)
        {
            return message;
        }

        var state = running.Runner.State;
        message.Endpoint = EndpointOf(meetId, running, state);
        message.ConnectionCount = state.Connections;
        message.SessionCount = state.Sessions;
        message.FailedSessionCount = state.FailedSessions;
        message.TurnedAwayCount = state.TurnedAway;
        message.ReceivedBytes = state.BytesReceived;
        message.ReadCount = state.Reads;
        message.MarkerCount = state.Markers;
        message.IgnoredCount = state.Ignored;
        message.RejectedCount = state.Rejected;
        message.LastReadTime = state.LastRead is { } read ? Wire.TimestampOf(read) : null;
        message.LastError = state.LastError ?? "";
        message.LastErrorTime = state.LastErrorTime is { } time ? Wire.TimestampOf(time) : null;
        Describe(state.Status, message);
        return message;
    }

    private static void Describe(DecoderStatus status, DecoderState message)
    {
        message.Name = status.Name ?? "";
        if (status.BatteryPercent is { } battery)
        {
            message.BatteryPercent = battery;
        }

        if (status.TemperatureC is { } temperature)
        {
            message.TemperatureC = temperature;
        }
    }

    private static string EndpointOf(string meetId, RunningDecoder running, Protocols.Hosting.DecoderState state) => running.Protocol.Transport switch
    {
        DecoderTransport.Listen => state.LocalEndPoint?.ToString() ?? "",
        DecoderTransport.Webhook => DecoderSpec.WebhookPath(meetId, running.Spec.Decoder.DecoderId),
        _ when running.Spec.Decoder.Address.Contains("://", StringComparison.Ordinal) => running.Spec.Decoder.Address,
        _ => $"{running.Spec.Decoder.Address}:{(running.Spec.Decoder.Port == 0 ? running.Protocol.DefaultPort : running.Spec.Decoder.Port)}",
    };
}
