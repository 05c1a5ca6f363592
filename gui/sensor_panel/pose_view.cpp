// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/pose_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <array>
#include <cmath>

#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr double degreesAPixel = 0.6;
constexpr double keyStep = 5;
// Half the board's size, its width being 2.
constexpr float halfWidth = 1;
constexpr float halfHeight = 0.66f;
constexpr float halfThickness = 0.07f;
constexpr double wordsHeight = 20;  // of the angles, below
constexpr float eye = 6;            // its distance
constexpr float lookedDown = 52;    // degrees of the view below the horizon

double around(double degrees) { return degrees - 360 * std::floor((degrees + 180) / 360); }

// How many snapshots may pass before the engine's angles are believed again after the hand turned the board.
constexpr int confirmAfter = 6;

QString poseText(const PoseAngles& angles)
{
    const auto number = [](double degrees) { return QString::number(std::lround(degrees)); };
    return PoseView::tr("roll %1°  pitch %2°  yaw %3°").arg(number(angles.roll), number(angles.pitch), number(angles.yaw));
}

struct Face {
    std::array<QVector3D, 4> corners;
    QVector3D normal;
};

std::array<Face, 6> facesOf(QVector3D centre, QVector3D half)
{
    const auto corner = [&](int x, int y, int z) {
        return centre + QVector3D(half.x() * float(x), half.y() * float(y), half.z() * float(z));
    };
    return {{{{corner(-1, -1, 1), corner(1, -1, 1), corner(1, 1, 1), corner(-1, 1, 1)}, {0, 0, 1}},
             {{corner(-1, -1, -1), corner(1, -1, -1), corner(1, 1, -1), corner(-1, 1, -1)}, {0, 0, -1}},
             {{corner(1, -1, -1), corner(1, 1, -1), corner(1, 1, 1), corner(1, -1, 1)}, {1, 0, 0}},
             {{corner(-1, -1, -1), corner(-1, 1, -1), corner(-1, 1, 1), corner(-1, -1, 1)}, {-1, 0, 0}},
             {{corner(-1, 1, -1), corner(1, 1, -1), corner(1, 1, 1), corner(-1, 1, 1)}, {0, 1, 0}},
             {{corner(-1, -1, -1), corner(1, -1, -1), corner(1, -1, 1), corner(-1, -1, 1)}, {0, -1, 0}}}};
}

QQuaternion rotation(const PoseAngles& angles)
{
    const auto about = [](float x, float y, float z, double degrees) {
        return QQuaternion::fromAxisAndAngle(x, y, z, static_cast<float>(degrees));
    };
    return about(0, 0, 1, angles.yaw) * about(0, 1, 0, angles.pitch) * about(1, 0, 0, angles.roll);
}

}  // namespace

PoseView::PoseView(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumHeight(sizeHint().height());
    setCursor(Qt::OpenHandCursor);
    setAccessibleName(tr("The board in space"));
    setToolTip(tr("Drag to tilt the board, with Shift or the wheel to turn it; double-click lays it flat.\n"
                  "Keys: arrows, Page Up, Page Down, Home."));
}

void PoseView::show(const PoseAngles& actual, const PoseAngles& put)
{
    if (m_unconfirmed > 0 && !(put == m_put)) --m_unconfirmed;
    else m_unconfirmed = 0;
    if (m_held || m_unconfirmed > 0) return;
    m_put = put;
    if (actual == m_angles) return;
    m_angles = actual;
    setAccessibleDescription(poseText(actual));
    update();
}

void PoseView::turn(PoseAngles angles)
{
    angles.roll = around(angles.roll);
    angles.pitch = std::clamp(angles.pitch, -90.0, 90.0);
    angles.yaw = around(angles.yaw);
    if (angles == m_put && angles == m_angles) return;
    m_angles = m_put = angles;
    m_unconfirmed = confirmAfter;
    setAccessibleDescription(poseText(angles));
    update();
    Q_EMIT turned(angles);
}

QVector3D PoseView::seen(const QVector3D& board) const
{
    return QQuaternion::fromAxisAndAngle(1, 0, 0, lookedDown - 90).rotatedVector(rotation(m_angles).rotatedVector(board));
}

QPointF PoseView::project(const QVector3D& board) const
{
    const QVector3D at = seen(board);
    const double room = height() - wordsHeight;
    const double scale = std::min(width() / 3.0, room / 2.5) * eye / (eye - at.z());
    return {width() / 2.0 + at.x() * scale, room / 2 - at.y() * scale};
}

void PoseView::drawAxes(QPainter& painter) const
{
    const Colours& c = coloursFor(palette());
    const struct {
        QVector3D end;
        QColor colour;
        const char* name;
    } axes[] = {{{1.3f, 0, 0}, c.failed, "x"}, {{0, 0.95f, 0}, c.running, "y"}, {{0, 0, 0.6f}, c.suspended, "z"}};
    for (const auto& axis : axes) {
        const QPointF end = project(axis.end);
        painter.setPen(QPen(axis.colour, 1.6));
        painter.drawLine(project({0, 0, 0}), end);
        painter.drawText(QRectF(end.x() - 8, end.y() - 9, 16, 16), Qt::AlignCenter, QLatin1String(axis.name));
    }
}

void PoseView::paintEvent(QPaintEvent*)
{
    const Colours& c = coloursFor(palette());
    const bool dark = brightnessOf(palette()) == Brightness::Dark;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? c.accent : c.border);
    painter.setBrush(c.sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QVector3D light = QVector3D(-0.35f, 0.45f, 0.82f).normalized();
    const auto drawBlock = [&](QVector3D centre, QVector3D half, QColor colour) {
        for (const Face& face : facesOf(centre, half)) {
            const QVector3D normal = seen(face.normal);
            const QVector3D middle = seen((face.corners[0] + face.corners[2]) / 2);
            if (QVector3D::dotProduct(normal, QVector3D(0, 0, eye) - middle) <= 0) continue;
            const float shade = 0.45f + 0.55f * std::max(0.f, QVector3D::dotProduct(normal, light));
            QPolygonF shape;
            for (const QVector3D& corner : face.corners) shape << project(corner);
            QColor lit = QColor::fromRgbF(colour.redF() * shade, colour.greenF() * shade, colour.blueF() * shade);
            painter.setPen(QPen(lit.darker(130), 0.8));
            painter.setBrush(lit);
            painter.drawPolygon(shape);
        }
    };
    const QColor board = dark ? QColor(24, 128, 118) : QColor(20, 150, 136);
    const auto drawChips = [&] {
        drawBlock({0, -0.05f, 0.12f}, {0.24f, 0.24f, 0.05f}, QColor(60, 64, 72));
        drawBlock({0, 0.6f, 0.13f}, {0.16f, 0.1f, 0.06f}, QColor(196, 200, 208));
        drawBlock({-0.66f, -0.05f, 0.1f}, {0.1f, 0.14f, 0.03f}, QColor(60, 64, 72));
        drawBlock({0.66f, -0.3f, 0.11f}, {0.13f, 0.13f, 0.04f}, QColor(214, 178, 92));
    };
    // The chips are on top: drawn last when the top is seen, first when the bottom is.
    const bool topSeen = QVector3D::dotProduct(seen({0, 0, 1}), QVector3D(0, 0, eye)) > 0;
    if (!topSeen) drawChips();
    drawBlock({0, 0, 0}, {halfWidth, halfHeight, halfThickness}, board);
    if (topSeen) drawChips();
    drawAxes(painter);
    painter.setPen(c.muted);
    painter.setFont(numberFont());
    painter.drawText(rect().adjusted(8, 4, -8, -6), Qt::AlignBottom | Qt::AlignLeft,
                     poseText(m_angles));
}

void PoseView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return event->ignore();
    m_held = true;
    m_last = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void PoseView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_held) return;
    const QPointF way = (event->position() - m_last) * degreesAPixel;
    m_last = event->position();
    PoseAngles angles = m_put;
    if (event->modifiers() & Qt::ShiftModifier) {
        angles.yaw += way.x();
    } else {
        angles.roll += way.y();
        angles.pitch += way.x();
    }
    turn(angles);
}

void PoseView::mouseReleaseEvent(QMouseEvent*)
{
    m_held = false;
    setCursor(Qt::OpenHandCursor);
}

void PoseView::mouseDoubleClickEvent(QMouseEvent*)
{
    m_held = false;
    turn({});
}

void PoseView::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) return event->ignore();  // the panel scrolls
    PoseAngles angles = m_put;
    angles.yaw += event->angleDelta().y() / 120.0 * keyStep;
    turn(angles);
    event->accept();
}

void PoseView::keyPressEvent(QKeyEvent* event)
{
    PoseAngles angles = m_put;
    switch (event->key()) {
    case Qt::Key_Up: angles.roll -= keyStep; break;
    case Qt::Key_Down: angles.roll += keyStep; break;
    case Qt::Key_Left: angles.pitch -= keyStep; break;
    case Qt::Key_Right: angles.pitch += keyStep; break;
    case Qt::Key_PageUp: angles.yaw += keyStep; break;
    case Qt::Key_PageDown: angles.yaw -= keyStep; break;
    case Qt::Key_Home: angles = {}; break;
    default: return QWidget::keyPressEvent(event);
    }
    turn(angles);
}

}  // namespace coroboard::gui
