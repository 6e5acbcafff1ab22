//! Charts, drawn onto any plotters backend.
