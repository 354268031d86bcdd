using Npgsql;
using NpgsqlTypes;
using RaceSystem.Platform.Changelog;
using RaceSystem.Registration.Core.Entries;

namespace RaceSystem.Registration.Service.Storage.Postgres;

/// <summary>PostgreSQL: binary COPY.</summary>
internal sealed class PostgresEntryWriter : IEntryWriter
{
    private const string CopyEntries =
        """
        COPY entries (meet_id, entry_id, race_id, bib, wave_id, division_id, family_name, given_name, sex, birth_date, age_on_race_day, country, club, status, team, visibility, details, outcomes)
        FROM STDIN (FORMAT BINARY)
        """;

    public async Task WriteAsync(ChangelogTransaction transaction, IReadOnlyList<Entry> replaced, IReadOnlyList<Entry> created, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)transaction.Connection;
        var meetId = transaction.Head.MeetId;
        if (replaced.Count > 0)
        {
            await DeleteAsync(connection, (NpgsqlTransaction)transaction.Transaction, meetId, replaced, cancellationToken);
        }

        await CopyEntriesAsync(connection, meetId, replaced.Concat(created), cancellationToken);
        await CopyChipsAsync(connection, meetId, replaced.Concat(created), cancellationToken);
    }

    private static async Task DeleteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string meetId, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("DELETE FROM entries WHERE meet_id = @meet AND entry_id = ANY (@entries)", connection, transaction);
        command.Parameters.AddWithValue("meet", meetId);
        command.Parameters.AddWithValue("entries", entries.Select(entry => entry.EntryId).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task CopyEntriesAsync(NpgsqlConnection connection, string meetId, IEnumerable<Entry> entries, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(CopyEntries, cancellationToken);
        foreach (var entry in entries)
        {
            var person = entry.Participant;
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(meetId, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(entry.EntryId, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(entry.RaceId, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(entry.Bib.Length > 0 ? entry.Bib : null, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(entry.WaveId, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(entry.DivisionId, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(person.FamilyName, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(person.GivenName, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync((int)person.Sex, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(person.BirthDate, NpgsqlDbType.Date, cancellationToken);
            await copy.WriteAsync(person.AgeOnRaceDay, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(person.Country, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(person.Club, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync((int)entry.Status, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(entry.Team, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync((int)entry.Visibility, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(EntryDetails.ToBytes(entry), NpgsqlDbType.Bytea, cancellationToken);
            await copy.WriteAsync(ErasedOutcomes.ToBytes(entry), NpgsqlDbType.Bytea, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyChipsAsync(NpgsqlConnection connection, string meetId, IEnumerable<Entry> entries, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync("COPY entry_chips (meet_id, chip, entry_id, position) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var entry in entries)
        {
            for (var i = 0; i < entry.Chips.Count; i++)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(meetId, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(entry.Chips[i], NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(entry.EntryId, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(i, NpgsqlDbType.Integer, cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
