using MassTransit;
using RaceSystem.Contracts.Messages;

namespace RaceSystem.Results.Service.Following;

/// <summary>Notices declarations that another replica of Results committed, and reads them from the shared database.</summary>
internal sealed class AdjudicationsConsumer(OwnLog log) : IConsumer<AdjudicationsChanged>, IConsumer<ClassificationPublished>, IConsumer<ChangelogHeadAnnounced>
{
    public Task Consume(ConsumeContext<AdjudicationsChanged> context) =>
        log.HearAsync(context.Message.Owner, context.Message.MeetId, context.Message.LogId, context.Message.LastSequence, context.CancellationToken);

    public Task Consume(ConsumeContext<ClassificationPublished> context) =>
        log.HearAsync(context.Message.Owner, context.Message.MeetId, context.Message.LogId, context.Message.LastSequence, context.CancellationToken);

    public Task Consume(ConsumeContext<ChangelogHeadAnnounced> context) =>
        log.HearAsync(context.Message.Owner, context.Message.MeetId, context.Message.LogId, context.Message.Sequence, context.CancellationToken);
}
