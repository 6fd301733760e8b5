namespace UserOps.Models.Tags;

/// <summary>How a tag comes to its values (标签类别). A tag has exactly one kind: it follows from its <see cref="TagComputation"/>.</summary>
/// <remarks>Who defined a tag is another question, see <see cref="TagDefinition.IsBuiltIn"/>: a custom tag (自定义标签) is of one of these kinds too.</remarks>
public enum TagKind
{
    /// <summary>统计类标签: taken or aggregated from data.</summary>
    Statistical,

    /// <summary>规则类标签: what one rule, several in order, or a score of rules says.</summary>
    Rule,

    /// <summary>挖掘类标签: predicted by a model, with a confidence.</summary>
    Mined,

    /// <summary>导入标签: assigned elsewhere.</summary>
    Imported,
}
