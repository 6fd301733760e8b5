using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Segments;

/// <summary>Twenty predicates over all users, joined by <c>and</c> and <c>or</c>, against the loop a developer writes first.</summary>
[MemoryDiagnoser]
public class RowProgramBenchmarks
{
    private readonly int _users = SegmentData.Users;
    private ColumnRows _flagRows = null!;
    private ColumnRows _numberRows = null!;
    private ColumnRows _dateRows = null!;
    private ColumnRows _categoryRows = null!;
    private RowProgram _flags = null!;
    private RowProgram _numbers = null!;
    private RowProgram _narrow = null!;
    private RowProgram _dates = null!;
    private RowProgram _categories = null!;
    private bool[][] _plainFlags = null!;
    private double[][] _plainNumbers = null!;
    private long[][] _plainUnits = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        ColumnSet flags = SegmentData.Flags(_users);
        ColumnSet numbers = SegmentData.Numbers(_users);
        _flagRows = new(flags, _users);
        _numberRows = new(numbers, _users);
        _dateRows = new(SegmentData.Dates(_users), _users);
        _categoryRows = new(SegmentData.Categories(_users), _users);
        _flags = Compile(_flagRows, i => SegmentData.Flag(i).Is(true));
        _numbers = Compile(_numberRows, i => SegmentData.Number(i).AtLeast(0.1));
        ColumnSet quantities = SegmentData.Quantities(_users);
        var quantityRows = new ColumnRows(quantities, _users);
        Compile(quantityRows, i => SegmentData.Quantity(i).AtLeast(100)); // the second question makes narrow copies
        _narrow = Compile(quantityRows, i => SegmentData.Quantity(i).AtLeast(100));
        _dates = Compile(_dateRows, i => SegmentData.Date(i).After(new DateOnly(1, 4, 1)));
        _categories = Compile(_categoryRows, i => SegmentData.Category(i).In("v1", "v5", "v7", "v11", "v13", "v17", "v20", "v22"));
        _plainFlags = [.. flags.Cast<FlagColumn>().Select(column => Enumerable.Range(0, _users).Select(row => column[row]!.Value).ToArray())];
        _plainNumbers = [.. numbers.Cast<NumberColumn>().Select(column => column.Values.ToArray())];
        _plainUnits = [.. quantities.Cast<QuantityColumn>().Select(column => column.Units.ToArray())];
    }

    [Benchmark(Baseline = true)]
    public ulong[] TwentyFlags() => _flags.Run(Threads).True;

    [Benchmark]
    public ulong[] TwentyNumbers() => _numbers.Run(Threads).True;

    /// <summary>Counts and ages: numbers that a byte or two can tell apart.</summary>
    [Benchmark]
    public ulong[] TwentyQuantities() => _narrow.Run(Threads).True;

    [Benchmark]
    public ulong[] TwentyDates() => _dates.Run(Threads).True;

    [Benchmark]
    public ulong[] TwentyCategories() => _categories.Run(Threads).True;

    [Benchmark]
    public bool[] TwentyFlagsPlainLoop()
    {
        var members = new bool[_users];
        for (int row = 0; row < members.Length; row++)
        {
            bool any = false;
            for (int i = 0; i < SegmentData.Columns; i += 2)
            {
                any |= _plainFlags[i][row] && !_plainFlags[i + 1][row];
            }

            members[row] = any;
        }

        return members;
    }

    [Benchmark]
    public bool[] TwentyNumbersPlainLoop()
    {
        var members = new bool[_users];
        for (int row = 0; row < members.Length; row++)
        {
            bool any = false;
            for (int i = 0; i < SegmentData.Columns; i += 2)
            {
                any |= _plainNumbers[i][row] >= 0.1 && !(_plainNumbers[i + 1][row] >= 0.1);
            }

            members[row] = any;
        }

        return members;
    }

    [Benchmark]
    public bool[] TwentyQuantitiesPlainLoop()
    {
        var members = new bool[_users];
        for (int row = 0; row < members.Length; row++)
        {
            bool any = false;
            for (int i = 0; i < SegmentData.Columns; i += 2)
            {
                any |= _plainUnits[i][row] >= 1_000_000 && !(_plainUnits[i + 1][row] >= 1_000_000);
            }

            members[row] = any;
        }

        return members;
    }

    /// <summary>(0 and not 1) or (2 and not 3) or ...</summary>
    private static RowProgram Compile(RowSource rows, Func<int, SegmentRule> test)
    {
        var pairs = Enumerable.Range(0, SegmentData.Columns / 2).Select(i => test(2 * i).And(test((2 * i) + 1).Not()));
        return RowProgram.Compile(new AnyOf { Args = [.. pairs] }, rows, wantsUnknown: false);
    }
}
