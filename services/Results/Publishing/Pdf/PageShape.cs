namespace RaceSystem.Results.Publishing.Pdf;

/// <summary>Size of a page in points.</summary>
internal readonly record struct PageShape(float Width, float Height)
{
    public static readonly PageShape Portrait = new(595.28f, 841.89f);

    public static readonly PageShape Landscape = new(841.89f, 595.28f);
}
