//! One scenario and its forms.
