using RaceSystem.Kernel;

namespace RaceSystem.Platform.Paging;

/// <summary>The page_size of a request.</summary>
public static class PageSize
{
    /// <summary>The size to use: the default for 0, otherwise as asked.</summary>
    /// <exception cref="RefusalException">Negative or over the limit; reason <c>PAGE_SIZE_INVALID</c>.</exception>
    public static int Require(int requested, int defaultSize, int maxSize) => requested switch
    {
        0 => defaultSize,
        > 0 when requested <= maxSize => requested,
        _ => throw RefusalException.Invalid("PAGE_SIZE_INVALID", "page_size", $"must be 1 to {maxSize}, or 0 for {defaultSize}."),
    };
}
