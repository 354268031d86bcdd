using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Contracts.Messages;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Results.Service.Following;

/// <summary>Hands what the bus says about Registration's log to its follower.</summary>
internal sealed class RegistrationChangesConsumer([FromKeyedServices(ResultsModule.RegistrationFollower)] IChangelogFollower follower)
    : IConsumer<EntriesChanged>, IConsumer<MeetChanged>, IConsumer<ChangelogHeadAnnounced>
{
    public Task Consume(ConsumeContext<EntriesChanged> context) => follower.ReceiveAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<MeetChanged> context) => follower.ReceiveAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<ChangelogHeadAnnounced> context) => follower.ReceiveAsync(context.Message, context.CancellationToken);
}
