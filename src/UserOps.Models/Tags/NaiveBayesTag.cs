using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>A mined tag: a naive Bayes model that reads the columns of the user table named by its features.</summary>
/// <remarks>
/// Texts are read from category, flag (<c>true</c>, <c>false</c>) and set columns, grams from category columns, numbers from number, quantity
/// and amount columns. Immutable, shared freely between threads.
/// </remarks>
public sealed class NaiveBayesTag
{
    /// <summary>Makes the tag of a fitted model.</summary>
    /// <param name="model">The names of its features are those of columns.</param>
    /// <exception cref="ArgumentNullException">The model is null.</exception>
    public NaiveBayesTag(NaiveBayesModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
    }

    /// <summary>Gets the model.</summary>
    public NaiveBayesModel Model { get; }

    /// <summary>Learns a tag from the users whose value is known.</summary>
    /// <param name="options">Features, smoothing, priors.</param>
    /// <param name="data">The dataset.</param>
    /// <param name="known">The column with the known values; users without one are not learned from.</param>
    /// <param name="users">Whom to learn from, such as all but a sample kept for <see cref="TagAccuracy"/>; null for everyone.</param>
    /// <param name="cancellationToken">Looked at before each user.</param>
    /// <exception cref="ArgumentNullException">The options, the dataset or the handle is null.</exception>
    /// <exception cref="ArgumentException">The users belong to another dataset.</exception>
    /// <exception cref="InvalidDefinitionException">The options cannot be, for these data or any; or a column is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static NaiveBayesTag Fit(
        NaiveBayesOptions options, UserOpsDataset data, CategoryField known, UserSet? users = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(data);
        InvalidDefinitionException.ThrowIfAny(NaiveBayesRules.Check(options));
        CategoryColumn classes = data.Users.Columns.Get(known);
        ImmutableArray<Func<int, NaiveBayesValue>> readers = NaiveBayesColumns.ReadersOf(options.Features, data);
        UserSet everyone = UserSet.Everyone(data.Directory);
        IEnumerable<NaiveBayesRow> rows =
            from ordinal in users is null ? everyone : everyone.Intersect(users)
            let value = classes[ordinal]
            where value is not null
            select new NaiveBayesRow(value, [.. readers.Select(read => read(ordinal))]);
        return new(NaiveBayesModel.Fit(options, rows, cancellationToken));
    }

    /// <summary>Gives every user of a dataset a value and its confidence.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="run">Progress and threads; the values are the same for any of them.</param>
    /// <param name="cancellationToken">Looked at every 4,096 users.</param>
    /// <returns>One entry per user of the directory; a user without any feature has the prior.</returns>
    /// <exception cref="ArgumentNullException">The dataset is null.</exception>
    /// <exception cref="InvalidDefinitionException">A column is absent or of another kind; every such fault is listed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public MinedTagColumn Evaluate(UserOpsDataset data, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ImmutableArray<Func<int, NaiveBayesValue>> readers = NaiveBayesColumns.ReadersOf([.. Model.Parameters.Features.Select(one => one.Feature)], data);
        var values = new string?[data.Directory.Count];
        var confidences = new double[values.Length];
        new Workers((run ?? new()).Threads, cancellationToken).ForEachRange(values.Length, NaiveBayesDefaults.UsersPerPart, (first, end) =>
        {
            var row = new NaiveBayesValue[readers.Length];
            for (int ordinal = first; ordinal < end; ordinal++)
            {
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] = readers[i](ordinal);
                }

                NaiveBayesPrediction prediction = Model.Predict(row);
                (values[ordinal], confidences[ordinal]) = (prediction.Value, prediction.Confidence);
            }
        });
        run?.Progress?.Report(1);
        return new(data.Directory, values, confidences);
    }
}
