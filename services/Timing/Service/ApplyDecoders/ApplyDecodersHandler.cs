using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.Decoders;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ApplyDecoders;

/// <summary>Stores decoders, and brings those that run here to it.</summary>
internal sealed class ApplyDecodersHandler(MeetRegistry registry, ResidentMeets meets, RunningDecoders running)
{
    internal async Task<ApplyDecodersResponse> HandleAsync(ApplyDecodersRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        ApplyDecodersValidator.Validate(request);
        await meets.WriterOf(request.MeetId).ChangeAsync(
            async (state, transaction, token) =>
            {
                if (await transaction.FindAnswerAsync(request.RequestId, token) is not null)
                {
                    return;
                }

                RequireDevices(request, state);
                await SaveAsync(request, transaction, token);
                await transaction.SaveAnswerAsync(request.RequestId, ReadOnlyMemory<byte>.Empty, token);
            },
            cancellationToken);
        await running.ReconcileAsync(request.MeetId, cancellationToken);
        return new ApplyDecodersResponse
        {
            Decoders = { request.Decoders.Select(decoder => DecoderStates.MessageOf(request.MeetId, decoder, running.Find(request.MeetId, decoder.DecoderId))) },
        };
    }

    private static void RequireDevices(ApplyDecodersRequest request, MeetState state)
    {
        foreach (var decoder in request.Decoders)
        {
            var devices = DecoderSpecs.DevicesOf(decoder).ToList();
            if (devices.Find(device => !state.Devices.ContainsKey(device)) is { } unknown)
            {
                throw RefusalException.NotFound("DEVICE_UNKNOWN", $"Device '{unknown}' of decoder '{decoder.DecoderId}' is not known in meet '{request.MeetId}': apply it with its timing point first.");
            }

            var zones = devices.Select(device => state.Devices[device].TimeZone).Distinct(StringComparer.Ordinal).ToList();
            if (decoder.TimeZone.Length == 0 && zones.Count > 1)
            {
                throw RefusalException.Invalid("TIME_ZONE_AMBIGUOUS", "decoders.time_zone", $"the devices of decoder '{decoder.DecoderId}' have different zones ({string.Join(", ", zones.Select(zone => zone.Length == 0 ? "the meet's" : zone))}) and a decoder has one clock: name its zone.");
            }
        }
    }

    private static async Task SaveAsync(ApplyDecodersRequest request, ChangelogTransaction transaction, CancellationToken cancellationToken)
    {
        await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
        var rows = await context.Decoders.Where(row => row.MeetId == request.MeetId).ToDictionaryAsync(row => row.DecoderId, StringComparer.Ordinal, cancellationToken);
        var count = rows.Keys.Except(request.RemovedDecoderIds).Union(request.Decoders.Select(decoder => decoder.DecoderId)).Count();
        if (count > Limits.Decoders)
        {
            throw RefusalException.Invalid("TOO_MANY_DECODERS", "decoders", $"a meet has at most {Limits.Decoders} decoders; this would make {count}.");
        }

        context.RemoveRange(request.RemovedDecoderIds.Select(rows.GetValueOrDefault).OfType<DecoderRow>());
        foreach (var decoder in request.Decoders)
        {
            if (rows.TryGetValue(decoder.DecoderId, out var row))
            {
                row.Settings = decoder.ToByteArray();
            }
            else
            {
                context.Add(new DecoderRow { MeetId = request.MeetId, DecoderId = decoder.DecoderId, Settings = decoder.ToByteArray() });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
