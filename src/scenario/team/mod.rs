//! What a team is asked: a base, the levers it may move and whether it sees what comes of it, as a link for its phone.
