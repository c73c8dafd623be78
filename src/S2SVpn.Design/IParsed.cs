using System.Diagnostics.CodeAnalysis;

namespace S2SVpn.Design;

/// <summary>A value that is written as one word, and that says why a word is not one of its kind.</summary>
internal interface IParsed<TSelf>
    where TSelf : IParsed<TSelf>
{
    /// <summary>A regular expression that every good word matches; editors use it.</summary>
    static abstract string Pattern { get; }

    /// <summary>A good word, to show what is meant.</summary>
    static abstract string Example { get; }

    /// <param name="text">The word.</param>
    /// <param name="value">The value, when the word is good.</param>
    /// <param name="reason">What is wrong and what is allowed, as a phrase that follows the word.</param>
    static abstract bool TryParse(
        string text, [MaybeNullWhen(false)] out TSelf value, [NotNullWhen(false)] out string? reason);
}
