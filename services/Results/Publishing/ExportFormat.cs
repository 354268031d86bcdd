namespace RaceSystem.Results.Publishing;

/// <summary>What results can be handed out as.</summary>
public enum ExportFormat
{
    /// <summary>One line a runner, the columns of published race files.</summary>
    Csv,

    /// <summary>One array of runners.</summary>
    Json,

    /// <summary>Body of RunSignup's results API.</summary>
    RunSignupJson,

    /// <summary>Columns of RunSignup's result upload.</summary>
    RunSignupCsv,

    /// <summary>Workbook with the columns of the International Trail Running Association.</summary>
    ItraXlsx,

    /// <summary>ResultList of the IOF Data Standard 3.0.</summary>
    IofXml,

    /// <summary>Result book as a page.</summary>
    Html,

    /// <summary>Result book as PDF.</summary>
    Pdf,

    /// <summary>Certificate of one runner.</summary>
    CertificatePdf,

    /// <summary>Press bulletin as plain text.</summary>
    BulletinText,

    /// <summary>Press bulletin as a page.</summary>
    BulletinHtml,

    /// <summary>Press bulletin as PDF.</summary>
    BulletinPdf,
}
