namespace RaceSystem.Dashboard.Service.Leaders;

/// <summary>A group of runners or teams with its first ones.</summary>
/// <param name="Id">Its key on the page.</param>
/// <param name="Section">Part of the page that it is in: one of <see cref="LeaderSections"/>.</param>
/// <param name="Title">Who they are.</param>
/// <param name="Note">How many, or what is special.</param>
/// <param name="Rows">The first ones.</param>
public sealed record LeaderGroup(string Id, string Section, string Title, string Note, IReadOnlyList<LeaderRow> Rows)
{
    /// <summary>Whether both show the same.</summary>
    public bool SameAs(LeaderGroup other) => (Id, Section, Title, Note) == (other.Id, other.Section, other.Title, other.Note) && Rows.SequenceEqual(other.Rows);
}
