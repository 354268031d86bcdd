using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Tests.Storage;
using RaceSystem.Platform.Tests.Storage.Model;

namespace RaceSystem.Platform.Tests.Changelog;

/// <summary>What takes part in a commit beside the records: the service's own tables, and answers by request id.</summary>
public sealed class ChangelogTransactionTests(DatabaseFixture databases)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryStorage]
    public async Task A_context_over_the_transaction_is_committed_with_the_log(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);

        await WriteNoteAsync(opened, "kept", fail: false);
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteNoteAsync(opened, "lost", fail: true));

        await using var context = await opened.Services.GetRequiredService<IDbContextFactory<LogContext>>().CreateDbContextAsync(Token);
        Assert.Equal(["kept"], await context.Notes.Select(note => note.Id).ToListAsync(Token));
        Assert.Equal(1, (await opened.Changelog.GetHeadAsync("m", Token)).Sequence);
    }

    [Theory, EveryStorage]
    public async Task A_repeated_request_finds_the_first_answer(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);

        Assert.Equal("made a", await AnswerAsync(opened, "request-1", "made a"));
        Assert.Equal("made a", await AnswerAsync(opened, "request-1", "made b"));
        Assert.Equal("made b", await AnswerAsync(opened, "request-2", "made b"));
        Assert.Equal("made c", await AnswerAsync(opened, "", "made c"));
        Assert.Equal("made d", await AnswerAsync(opened, "", "made d"));
    }

    [Theory, EveryStorage]
    public async Task One_of_many_equal_requests_at_once_does_the_work(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => AnswerAsync(opened, "same", $"{i}"))));

        Assert.Single(answers.Distinct());
        Assert.Equal(1, (await opened.Changelog.GetHeadAsync("m", Token)).Sequence);
    }

    [Theory, EveryStorage]
    public async Task Answers_are_forgotten_after_a_week(StorageProvider provider)
    {
        var time = new FakeTimeProvider();
        await using var opened = await databases.OpenAsync(provider, time);
        var changelog = opened.Services.GetRequiredKeyedService<StoredChangelog>(StorageUnderTest.Service);
        await AnswerAsync(opened, "old", "first");

        time.Advance(RequestAnswers.KeptFor);
        await changelog.ForgetOldAnswersAsync(Token);
        Assert.Equal("first", await AnswerAsync(opened, "old", "second"));
        time.Advance(TimeSpan.FromSeconds(1));
        await changelog.ForgetOldAnswersAsync(Token);

        Assert.Equal("third", await AnswerAsync(opened, "old", "third"));
    }

    [Theory, EveryStorage]
    public async Task A_request_id_that_is_too_long_is_refused(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => AnswerAsync(opened, new string('r', 101), "x"));

        Assert.Equal("REQUEST_ID_INVALID", refusal.Reason);
    }

    [Theory]
    [InlineData(201, 1)]
    [InlineData(1, ChangelogTransaction.MaxValueBytes + 1)]
    public async Task A_record_past_its_limits_is_refused(int keyLength, int valueLength)
    {
        await using var opened = await databases.OpenAsync(StorageProvider.Sqlite);

        await Assert.ThrowsAsync<ArgumentException>(() => opened.Changelog.CommitAsync(
            "m",
            (transaction, _) =>
            {
                transaction.Append(new string('k', keyLength), new byte[valueLength]);
                return Task.CompletedTask;
            },
            Token));
    }

    private static Task<ChangelogHead> WriteNoteAsync(StorageUnderTest opened, string id, bool fail) => opened.Changelog.CommitAsync(
        "m",
        async (transaction, token) =>
        {
            await using var context = ServiceDbContext.Over<LogContext>(transaction);
            context.Notes.Add(new Note { Id = id, Text = "beside the log" });
            await context.SaveChangesAsync(token);
            transaction.Append($"note/{id}", new byte[] { 1 });
            if (fail)
            {
                throw new InvalidOperationException("after the note was saved");
            }
        },
        Token);

    private static async Task<string> AnswerAsync(StorageUnderTest opened, string requestId, string answer)
    {
        var given = "";
        await opened.Changelog.CommitAsync(
            "m",
            async (transaction, token) =>
            {
                if (await transaction.FindAnswerAsync(requestId, token) is { } earlier)
                {
                    given = Encoding.UTF8.GetString(earlier.Span);
                    return;
                }

                transaction.Append("key", Encoding.UTF8.GetBytes(answer));
                await transaction.SaveAnswerAsync(requestId, Encoding.UTF8.GetBytes(answer), token);
                given = answer;
            },
            Token);
        return given;
    }
}
