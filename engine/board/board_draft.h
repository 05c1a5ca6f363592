// SPDX-License-Identifier: MIT
#pragma once
// BoardDraft: a board profile while somebody edits it: its text, what can be read of it, and what is wrong with it, always of the same
// state. A value, cheap to copy: undo is keeping the one before. Every change is a change of the text in place (json_text.h), so a file
// keeps its keys, order and lines; a profile that extends another one holds its own parts only. Parts are named by their ids.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "board/board_profile.h"

namespace coroboard::board {

class JsonText;
struct ProfileReading;

// Something wrong, at a part or at one of its pins; part is empty when it is about the board.
struct DraftProblem {
    std::string part;
    std::string pin;
    std::string text;
};

// A pin of a part.
struct PartPin {
    std::string part;
    std::string pin;
    bool operator==(const PartPin&) const = default;
};

using ParameterValue = std::variant<double, std::string>;

class BoardDraft {
public:
    // Fail on what cannot be read at all, and on what has no parts one could name: two with one id.
    static Result<BoardDraft> parse(std::string text, const std::filesystem::path& file);
    static Result<BoardDraft> load(const std::filesystem::path& file);

    const std::string& text() const { return m_text; }
    const BoardProfile& profile() const;
    // A collision is listed at both sides. Pointers in the checker's messages are replaced by names.
    const std::vector<DraftProblem>& problems() const { return *m_problems; }
    bool operator==(const BoardDraft& other) const { return m_text == other.m_text; }

    // A new part with its middle there; gives its id, which is the model's name and, if need be, a number. Pins that need a bus are put on
    // the chip's first one.
    std::string add(const std::string& model, Point place);
    // The same part once more, beside it, with the same wires but without the key; gives its id.
    std::string duplicate(const std::string& part, Point offset);
    void remove(const std::string& part);
    // Refused: a name that is none, or that is taken.
    Result<void> rename(const std::string& part, const std::string& id);

    void setPlace(const std::string& part, Point place);
    // Degrees clockwise.
    void setRotation(const std::string& part, double degrees);
    void setSize(const std::string& part, double width, double height);
    void setLabel(const std::string& part, const std::string& label);
    void setKey(const std::string& part, const std::string& key);
    // Nothing: as the model says.
    void setParameter(const std::string& part, const std::string& parameter, const std::optional<ParameterValue>& value);
    void setControl(const std::string& part, const std::string& control, std::optional<double> value);

    // Puts a pin of a part on a wire: a pin of the board, a net, a rail, "NC". Empty: what the model says, or nothing at all.
    void wire(const PartPin& pin, const std::string& wire);
    // Puts two pins on one wire: the one that either of them is on, else a new net.
    void join(const PartPin& from, const PartPin& to);

    // The wires a pin may be on, as a person would look for them: pins of the board, nets, rails, "NC". Empty for an unknown pin.
    std::vector<std::string> wiresFor(const PartPin& pin) const;
    // The wire a pin is on; empty: none.
    std::string wireOf(const PartPin& pin) const;
    // The size a new part gets on this board.
    std::pair<double, double> sizeFor(const std::string& model) const;

private:
    BoardDraft() = default;
    Result<void> take(std::string text);
    void change(const JsonText& changed);
    std::string pointerOf(const std::string& part) const;
    std::string busWireFor(const std::string& pin, bool needed) const;
    std::string freeId(const std::string& wanted) const;
    void setMember(const std::string& part, const std::string& group, const std::string& key, const std::optional<ParameterValue>& value);
    void findProblems(const ProfileReading& reading);

    std::filesystem::path m_file;
    std::string m_text;
    std::shared_ptr<const BoardProfile> m_profile;
    std::shared_ptr<const std::vector<DraftProblem>> m_problems;
};

}  // namespace coroboard::board
