//! Present: runs of questions for a room. The list of runs, the stage, the facilitator's window, and the editor.

mod big;
mod channel;
mod computed;
mod controls;
mod editor;
mod facilitator;
mod guesses;
mod handout;
mod keyboard;
mod list;
mod own;
mod part;
mod room;
mod stage;
mod watch;

use yew::prelude::*;

use super::navigation::PageProps;
use channel::{Role, use_channel};
use facilitator::Facilitator;
use handout::Handout;
use list::List;
use own::use_own;
use room::{Deed, Room, View};
use stage::Stage;

/// The page.
#[component]
pub fn Present(props: &PageProps) -> Html {
    let role = use_memo((), |()| Role::found());
    let room = use_reducer(Room::open);
    let linked = use_channel(&room, &role);
    let own = use_own(&props.store);
    {
        let show = room.show.clone();
        let on = room.view == View::Stage;
        use_effect_with((show, on), |(show, on)| room::keep(show.as_deref(), *on));
    }
    let page =
        PageProps { state: props.state.clone(), store: props.store.clone(), paint: props.paint.clone() };
    let paper = html! { <Handout language={props.state.language} room={room.clone()} /> };
    if matches!(*role, Role::Facilitator { .. }) {
        return html! {
            <div class="present"><Facilitator {page} {room} {linked} />{ paper }</div>
        };
    }
    let edited = match room.view {
        View::Edit(id) => own.list.iter().find(|kept| kept.id == id).cloned(),
        _ => None,
    };
    let shown = match (room.view, edited) {
        (View::Stage, _) if room.show.is_some() => {
            html! { <Stage key="stage" {page} room={room.clone()} {linked} role={(*role).clone()} /> }
        }
        (View::Edit(_), Some(kept)) => {
            let close = {
                let room = room.dispatcher();
                Callback::from(move |()| room.dispatch(Deed::List))
            };
            html! { <editor::Editor key="editor" {page} {kept} {own} {close} /> }
        }
        _ => html! { <List key="list" {page} room={room.clone()} {own} /> },
    };
    html! { <div class="present">{ shown }{ paper }</div> }
}
