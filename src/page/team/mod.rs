//! Team: on a phone its levers and a short code; without a question from the room, the room's own side.

mod phone;

use std::rc::Rc;

use yew::prelude::*;

use super::navigation::PageProps;
use super::state::State;
use super::teams::Teams;
use crate::scenario::Scenario;
use crate::scenario::link::Read;
use crate::scenario::team::Question;
use crate::words::text::Text;
use phone::Phone;

/// What a phone is asked, and which team it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Base and levers.
    pub question: Question,
    /// The team's number, once it has said it.
    pub number: Option<u8>,
}

impl Asked {
    /// The phone's own address.
    pub fn link(&self, scenario: &Scenario) -> String {
        self.question.link_with(scenario, self.number)
    }
}

impl State {
    /// A team says which it is.
    pub(super) fn number(&mut self, number: Option<u8>) {
        if let Some(team) = &self.team {
            self.team = Some(Rc::new(Asked { number, ..(**team).clone() }));
            self.touched = true;
        }
    }
}

/// What a link asks a team, and the link with what that team had moved.
pub fn asked(mut read: Read) -> (Option<Rc<Asked>>, Read) {
    let Some((question, given)) = Question::read(&read) else { return (None, read) };
    read.problems.extend(Question::problems(&read));
    let number = given.as_ref().and_then(|given| given.team);
    if let Some(given) = given {
        read.scenario = given.scenario;
        // The check value is of the base.
        read.sum = None;
    }
    (Some(Rc::new(Asked { question, number })), read)
}

/// The page.
#[component]
pub fn Team(props: &PageProps) -> Html {
    let PageProps { state, store, paint } = props;
    let say = |text| state.language.text(text);
    match state.team.clone() {
        Some(asked) => html! { <Phone key="phone" state={state.clone()} store={store.clone()} {asked} /> },
        None => html! {
            <div key="hall" class="team">
                <h1 class="page-title">{ say(Text::TeamHall) }</h1>
                <p class="team-intro">{ say(Text::TeamHallIntro) }</p>
                <Teams base={state.scenario.clone()} language={state.language} store={store.clone()}
                    paint={paint.clone()} />
            </div>
        },
    }
}
